import type { Position } from "./percentile-rank.ts";

/** A distribution of scores: how many fall into each half point, and what gives their mean and variance. */
export type Histogram = {
  /** 200 counts; the i-th of scores from i/2 up to (i+1)/2, the last of 100 too. */
  readonly bins: readonly number[];
  /** Sum of the scores, and of their squares. */
  readonly sum: number;
  readonly squares: number;
};

export const BINS = 200;
const BINS_A_POINT = 2;

/** The bin a score falls into. @param score 0..100 */
export function binOf(score: number): number {
  return Math.min(BINS - 1, Math.floor(score * BINS_A_POINT));
}

export function histogramOf(scores: Iterable<number>): Histogram {
  const bins = new Array<number>(BINS).fill(0);
  let [sum, squares] = [0, 0];
  for (const score of scores) {
    bins[binOf(score)]! += 1;
    sum += score;
    squares += score * score;
  }
  return { bins, sum, squares };
}

export function countOf({ bins }: Histogram): number {
  return bins.reduce((all, count) => all + count, 0);
}

/**
 * The distribution of the others. @param own the score that somebody is in it with
 * @throws RangeError when no such score is in it
 */
export function withoutOwn({ bins, sum, squares }: Histogram, own: number): Histogram {
  const at = binOf(own);
  if (bins[at] === 0) throw new RangeError(`no score of ${own} is in the distribution`);
  return { bins: bins.map((count, bin) => (bin === at ? count - 1 : count)), sum: sum - own, squares: squares - own * own };
}

/** Where a score stands; those in its own half point are taken for ties, so that it is within one bin of exact. */
export function positionIn({ bins }: Histogram, score: number): Position {
  const at = binOf(score);
  const below = bins.slice(0, at).reduce((all, count) => all + count, 0);
  return { below, tied: bins[at]!, n: countOf({ bins, sum: 0, squares: 0 }) };
}

/** The middle of the bin in which the smallest score stands that a share of all do not exceed. @param share 0..1 @returns null of none */
export function quantileOf(histogram: Histogram, share: number): number | null {
  const n = countOf(histogram);
  if (n === 0) return null;
  const wanted = Math.max(1, Math.ceil(share * n));
  let seen = 0;
  const at = histogram.bins.findIndex((count) => (seen += count) >= wanted);
  return (at + 0.5) / BINS_A_POINT;
}

/** Mean and variance between organisations (n - 1) from their sums; null where n does not give it. */
export function momentsOf({ n, sum, squares }: { n: number; sum: number; squares: number }): { mean: number | null; variance: number | null } {
  return { mean: n === 0 ? null : sum / n, variance: n < 2 ? null : Math.max(0, (squares - (sum * sum) / n) / (n - 1)) };
}
