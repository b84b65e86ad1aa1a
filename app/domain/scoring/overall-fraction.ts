import type { Compiled } from "./compile.ts";
import { type Fraction, fraction, least, manyTimes, over, plus, times, ZERO } from "./exact.ts";
import { unpublishedDimensions } from "./publication.ts";
import type { Sums } from "./tally.ts";

/** S_d = 100 sum(w a x) / sum(w a); null when nothing was answered, never 0 for it. */
export function partFraction(sums: Sums, unit: number): Fraction | null {
  return sums.answered === 0 ? null : fraction(100 * sums.value, unit * sums.answered);
}

/**
 * What each dimension counts as, in order: its own score, or when it is carried the smaller of that and what its carrier
 * counts as (S'_d = min(S_d, S'_carrier)). Null for a dimension that is not published.
 */
export function countedFractions(compiled: Compiled, sums: readonly Sums[]): (Fraction | null)[] {
  const reasons = unpublishedDimensions(compiled, sums);
  const counted: (Fraction | null)[] = [];
  sums.forEach((s, i) => {
    const own = reasons[i] === null ? partFraction(s, compiled.unit) : null;
    const carrier = compiled.carriers[i] ?? null;
    counted.push(own === null || carrier === null ? own : least(own, counted[carrier]!));
  });
  return counted;
}

/** Overall = sum(W_d S'_d) / sum(W_d) over published dimensions; null when there is none. */
export function overallFraction(compiled: Compiled, sums: readonly Sums[]): Fraction | null {
  let total = ZERO;
  let weights = 0;
  countedFractions(compiled, sums).forEach((counted, i) => {
    if (counted === null) return;
    const weight = compiled.dimensionWeights[i]!;
    total = plus(total, times(counted, weight));
    weights += weight;
  });
  return weights === 0 ? null : over(total, weights);
}

/**
 * The overall score as a function of the dimensions' `value`s, as long as answers change their values only; at least one
 * dimension is published. Linear, and quick when asked again and again, unless a dimension is carried.
 */
export function overallByValues(compiled: Compiled, sums: readonly Sums[]): (values: readonly number[]) => Fraction {
  const isCarried = compiled.carriers.some((carrier) => carrier !== null);
  if (isCarried) {
    return (values) =>
      overallFraction(
        compiled,
        sums.map((s, i) => ({ ...s, value: values[i]! })),
      )!;
  }
  const counts = unpublishedDimensions(compiled, sums).map((reason) => reason === null);
  const weights = compiled.dimensionWeights.reduce((all, weight, i) => (counts[i] ? all + weight : all), 0);
  return manyTimes(sums.map((s, i) => (counts[i] ? over(fraction(100 * compiled.dimensionWeights[i]!, compiled.unit * s.answered), weights) : ZERO)));
}
