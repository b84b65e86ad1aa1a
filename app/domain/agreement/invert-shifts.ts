/**
 * The interval and the p value of a shift from a permutation test, found in one pass (Nguyen 2009 for two groups, Hartigan
 * 1969 for pairs). A permutation whose statistic is at least the observed one under a shift d is one with `w <= d`, for
 * the one number `w` that belongs to the permutation. The interval holds every d that neither one-sided test rejects, so
 * its ends are order statistics of `w`; it excludes 0 exactly when `p` is at most two in `oneIn`.
 *
 * @param shifts `w` of each permutation that moves anything, in any order; sorted in place. Either all permutations are
 * there or draws of them, and then the observed one is among them as a draw of its own (Phipson & Smyth 2010).
 * @param unmoved how many permutations change nothing, the observed one included: at least 1
 * @param limit no shift is larger, in either direction: where an end has no number, it is this
 * @param oneIn the level of each one-sided test: 40 for an interval of 95 %
 * @returns ends in the unit of `shifts`, and a p value in (0, 1]
 */
export function invertShifts(shifts: Float64Array, unmoved: number, limit: number, oneIn = 40): { low: number; high: number; p: number } {
  shifts.sort();
  const all = shifts.length + unmoved;
  // The smallest count of `w <= d` at which more than one in `oneIn` is as extreme.
  const needed = Math.floor(all / oneIn - unmoved) + 1;
  const isBounded = needed >= 1;
  let below = 0;
  let above = 0;
  for (const w of shifts) {
    if (w <= 0) below += 1;
    if (w >= 0) above += 1;
  }
  return {
    low: isBounded ? Math.max(-limit, shifts[needed - 1]!) : -limit,
    high: isBounded ? Math.min(limit, shifts[shifts.length - needed]!) : limit,
    p: Math.min(1, (2 * (unmoved + Math.min(below, above))) / all),
  };
}
