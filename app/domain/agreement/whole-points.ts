/** Scores as whole billionths of a point, so that the sums of a permutation are exact and equal ones are equal. */
export const BILLIONTH = 1e9;
/** The largest difference of two scores there is. */
export const LARGEST_SHIFT = 100 * BILLIONTH;

/** In order of size: no figure depends on the order of the respondents. @param scores -100..100 */
export function inBillionths(scores: readonly number[]): Float64Array {
  return Float64Array.from(scores, (score) => Math.round(score * BILLIONTH)).sort();
}
