import { type Fraction, toNumber } from "../scoring/exact.ts";
import { agreementBand } from "./agreement-band.ts";
import { exactMean } from "./exact-sum.ts";
import type { AgreementBand } from "./team-result-shape.ts";

/**
 * Agreement over the items of a dimension: `r*_wg = 1 - mean(s^2 / sigma_E^2)`, which is Lindell's `1 - mean(s^2) /
 * sigma_E^2` where all items have the same number of options (Lindell, Brandt & Whitney 1999). Not cut off at 0: below it,
 * people differ more than by chance.
 *
 * @param disagreements s^2 / sigma_E^2 of each item; null for one without an index, which is left out
 * @returns at most 1; null without any item
 */
export function dimensionAgreement(disagreements: readonly (Fraction | null)[]): {
  agreement: number | null;
  band: AgreementBand | null;
  agreementItems: number;
} {
  const known = disagreements.filter((ratio) => ratio !== null);
  if (known.length === 0) return { agreement: null, band: null, agreementItems: 0 };
  const agreement = 1 - toNumber(exactMean(known));
  return { agreement, band: agreementBand(agreement), agreementItems: known.length };
}
