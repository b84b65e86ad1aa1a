/** Scores as whole billionths of a point, so that the sums of a permutation are exact, whatever their order. */
export const BILLIONTH = 1e9;
/** The largest difference of two scores there is. */
export const LARGEST_SHIFT = 100 * BILLIONTH;

/** In order of size: no figure depends on the order of the respondents. @param scores -100..100 */
export function inBillionths(scores: readonly number[]): Float64Array {
  return Float64Array.from(scores, (score) => Math.round(score * BILLIONTH)).sort();
}

/**
 * Nothing, where a difference of sums is no more than what rounding made of it: two thirds and one third twice are equal, and their billionths are not.
 *
 * @param difference in billionths
 * @param pairs how many rounded scores are on each side of it, each at most half a billionth off
 */
export function unlessRounding(difference: number, pairs: number): number {
  return Math.abs(difference) <= pairs ? 0 : difference;
}
