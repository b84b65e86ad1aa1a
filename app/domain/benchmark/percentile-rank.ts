import jstat from "jstat";

/** Where a score stands among others: how many are below it and how many tie with it, of n others. */
export type Position = { readonly below: number; readonly tied: number; readonly n: number };

/** The share of the others that a score is above, ties counting half. @returns 0..100; null when there are no others */
export function percentileRank({ below, tied, n }: Position): number | null {
  return n === 0 ? null : (100 * (below + tied / 2)) / n;
}

/**
 * The 95 % interval of a percentile rank: the 2.5th and 97.5th percentile of Beta(b + t/2 + 1/2, n - b - t/2 + 1/2), which is
 * what Jeffreys' prior leaves after n others (method, section 6; Crawford, Garthwaite & Slick 2009).
 *
 * @returns both in 0..100; null when there are no others
 */
export function percentileInterval({ below, tied, n }: Position): { low: number; high: number } | null {
  if (n === 0) return null;
  const beneath = below + tied / 2;
  const at = (p: number) => 100 * jstat.beta.inv(p, beneath + 0.5, n - beneath + 0.5);
  return { low: at(0.025), high: at(0.975) };
}
