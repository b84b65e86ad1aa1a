import { type Fraction, manyTimes, over, plus } from "../scoring/exact.ts";

/**
 * The sum of fractions, exact, whatever their order. Those over one denominator are added first: a team's scores have few
 * different ones, and only those are brought to a common one.
 */
export function exactSum(fractions: readonly Fraction[]): Fraction {
  const byDenominator = new Map<Fraction["d"], Fraction>();
  for (const fraction of fractions) {
    const sum = byDenominator.get(fraction.d);
    byDenominator.set(fraction.d, sum === undefined ? fraction : plus(sum, fraction));
  }
  const sums = [...byDenominator.values()];
  return manyTimes(sums)(sums.map(() => 1));
}

/** Their mean. @param fractions at least one */
export function exactMean(fractions: readonly Fraction[]): Fraction {
  return over(exactSum(fractions), fractions.length);
}
