/** A change beyond it has a chance of less than 5 % to be error of measurement. */
const RELIABLE_AT = 1.96;

/**
 * Whether one respondent's change is more than error of measurement: `RCI = (after - before) / (sqrt(2) SD sqrt(1 - r))`
 * (Jacobson & Truax 1991). `index` is positive for a rise.
 *
 * @param before, after scores in any unit, the same as that of `sd`
 * @param sd standard deviation of scores between respondents, at least 0
 * @param reliability of the measurement, 0..1
 * @returns null where there is no error to hold the change against: `sd` is 0 or `reliability` 1
 */
export function reliableChange({
  before,
  after,
  sd,
  reliability,
}: {
  before: number;
  after: number;
  sd: number;
  reliability: number;
}): { index: number; reliable: boolean } | null {
  const error = Math.SQRT2 * sd * Math.sqrt(1 - reliability);
  if (error === 0) return null;
  const index = (after - before) / error;
  return { index, reliable: Math.abs(index) > RELIABLE_AT };
}
