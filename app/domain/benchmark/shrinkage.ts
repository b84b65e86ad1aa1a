/** Of one cohort: how many, their mean and the variance between them; null where n does not give it. */
export type CohortFigures = { readonly n: number; readonly mean: number | null; readonly variance: number | null };

const UNTIL_ESTIMABLE = 10;

/**
 * How many organisations the parent is worth: variance within the cohorts over variance between their means (method, section 6).
 * The between variance is that of the means less what chance alone gives them (the method of moments for unequal n).
 *
 * @param siblings the cohorts of one parent
 * @returns > 0; 10 of fewer than three cohorts with a variance, or when their means differ no more than by chance
 */
export function shrinkageWeight(siblings: readonly CohortFigures[]): number {
  const known = siblings.flatMap(({ n, mean, variance }) => (mean !== null && variance !== null ? [{ n, mean, variance }] : []));
  if (known.length < 3) return UNTIL_ESTIMABLE;
  const all = sumOf(known, ({ n }) => n);
  const within = sumOf(known, ({ n, variance }) => (n - 1) * variance) / (all - known.length);
  const grand = sumOf(known, ({ n, mean }) => n * mean) / all;
  const effective = (all - sumOf(known, ({ n }) => n * n) / all) / (known.length - 1);
  const between = (sumOf(known, ({ n, mean }) => n * (mean - grand) ** 2) / (known.length - 1) - within) / effective;
  return between > 0 && within > 0 ? within / between : UNTIL_ESTIMABLE;
}

/** The mean of a small cohort, drawn towards its parent's: (n m + k mu) / (n + k). @param k > 0 */
export function shrunkMean(n: number, mean: number, parentMean: number, k: number): number {
  return (n * mean + k * parentMean) / (n + k);
}

function sumOf<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((all, item) => all + of(item), 0);
}
