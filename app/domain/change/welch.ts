import { tFor95, tTwoSided } from "../agreement/student-t.ts";

export type Welch = {
  /** Of `difference`; null when nothing varies. */
  t: number | null;
  /** Welch-Satterthwaite; null when nothing varies. */
  degreesOfFreedom: number | null;
  /** Mean of `after` less mean of `before`. */
  difference: number;
  /** 95 %; the difference itself when nothing varies. */
  interval: { low: number; high: number };
  /** Two-sided. */
  p: number;
};

/**
 * The difference of two means whose variances need not be equal (Welch 1947).
 *
 * @param before, after two values or more each, in any order
 * @param shrink what each standard error is multiplied by, see `finitePopulation`
 */
export function welch(before: readonly number[], after: readonly number[], shrink: { before: number; after: number } = { before: 1, after: 1 }): Welch {
  const [b, a] = [momentsOf(before), momentsOf(after)];
  const difference = a.mean - b.mean;
  const [ofBefore, ofAfter] = [(b.variance / before.length) * shrink.before ** 2, (a.variance / after.length) * shrink.after ** 2];
  const error = ofBefore + ofAfter;
  if (error === 0) return { t: null, degreesOfFreedom: null, difference, interval: { low: difference, high: difference }, p: difference === 0 ? 1 : 0 };
  const degreesOfFreedom = error ** 2 / (ofBefore ** 2 / (before.length - 1) + ofAfter ** 2 / (after.length - 1));
  const t = difference / Math.sqrt(error);
  const margin = tFor95(degreesOfFreedom) * Math.sqrt(error);
  return { t, degreesOfFreedom, difference, interval: { low: difference - margin, high: difference + margin }, p: tTwoSided(t, degreesOfFreedom) };
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  // Sorted, so that no order changes a last digit.
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, variance: sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1) };
}
