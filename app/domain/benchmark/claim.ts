import { type Histogram, countOf, positionIn, quantileOf } from "./histogram.ts";
import { percentileInterval, percentileRank } from "./percentile-rank.ts";

/** From how many others on something may be said (method, section 6). */
export const OTHERS_FOR = { median: 10, quartile: 30, percentile: 100 } as const;

type Interval = { low: number; high: number };

/** What a sample supports to be said about where a score stands among others. */
export type Claim =
  | { kind: "too_few"; n: number; needed: number }
  /** `unclear`: the interval of the rank holds the middle. */
  | { kind: "median"; n: number; median: number; side: "above" | "below" | "unclear" }
  /** 1: the lowest quarter. `from` and `to`: the quartiles the interval reaches into. */
  | { kind: "quartile"; n: number; median: number; quartile: number; from: number; to: number; interval: Interval }
  | { kind: "percentile"; n: number; median: number; rank: number; interval: Interval };

/** The ladder. @param others without the organisation that looks @param score its own, 0..100 */
export function claimOf(others: Histogram, score: number): Claim {
  const n = countOf(others);
  if (n < OTHERS_FOR.median) return { kind: "too_few", n, needed: OTHERS_FOR.median };
  const position = positionIn(others, score);
  const rank = percentileRank(position)!;
  const interval = percentileInterval(position)!;
  const median = quantileOf(others, 0.5)!;
  if (n < OTHERS_FOR.quartile) return { kind: "median", n, median, side: interval.low > 50 ? "above" : interval.high < 50 ? "below" : "unclear" };
  if (n >= OTHERS_FOR.percentile) return { kind: "percentile", n, median, rank, interval };
  return { kind: "quartile", n, median, quartile: quartileAt(rank), from: quartileAt(interval.low), to: quartileAt(interval.high), interval };
}

/** @param rank 0..100 @returns 1..4, of a rank on a border the upper one */
function quartileAt(rank: number): number {
  return Math.min(4, Math.floor(rank / 25) + 1);
}
