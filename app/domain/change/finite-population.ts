/**
 * By what a standard error shrinks when n of N people were asked and not a few of very many: `sqrt((N - n)/(N - 1))` (Cochran
 * 1977, section 2.5). 0 when everybody was: then the mean is not estimated but known.
 *
 * @param n at least 1
 * @param people how many there are, N; null when that is not known, which gives 1. Fewer than n count as n.
 */
export function finitePopulation(n: number, people: number | null): number {
  if (people === null) return 1;
  return people <= n ? 0 : Math.sqrt((people - n) / (people - 1));
}
