import type { Compiled } from "./compile.ts";
import type { Sums } from "./tally.ts";

/** Why a dimension or pillar is not published (method, section 3). */
export type Unpublished =
  | "nothing-applicable"
  | "mostly-not-applicable"
  | "not-enough-answers"
  /** It would be published, but the dimension that carries it is not. */
  | "carrier";

/** sum(w a) / sum(w p); null when nothing is applicable. */
export function coverage(sums: Sums): number | null {
  return sums.applicable === 0 ? null : sums.answered / sums.applicable;
}

/**
 * Published at coverage >= 0.75 and when not more than 40 % of the total weight is not applicable. Returns null when
 * published. Decided in whole numbers, so that exactly 75 % and exactly 40 % pass.
 */
export function unpublishedBecause(sums: Sums): Unpublished | null {
  if (sums.applicable === 0) return "nothing-applicable";
  if ((sums.total - sums.applicable) * 5 > sums.total * 2) return "mostly-not-applicable";
  if (sums.answered * 4 < sums.applicable * 3) return "not-enough-answers";
  return null;
}

/** The same for all dimensions, in their order: one whose carrier is not published is not published either. */
export function unpublishedDimensions({ carriers }: Compiled, sums: readonly Sums[]): (Unpublished | null)[] {
  const reasons: (Unpublished | null)[] = [];
  sums.forEach((own, i) => {
    const carrier = carriers[i] ?? null;
    reasons.push(unpublishedBecause(own) ?? (carrier !== null && reasons[carrier] !== null ? "carrier" : null));
  });
  return reasons;
}
