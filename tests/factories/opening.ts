import { EQUAL_WEIGHTS } from "#app/domain/agreement/role-weights.ts";
import type { Opening } from "#app/domain/cycles/opening-form.ts";

/** What is opened at once, for everybody, anonymous and until somebody closes it, but for what is said otherwise. */
export function opening(period: string, otherwise: Partial<Opening> = {}): Omit<Opening, "assessments"> {
  return {
    ...{ period, asksEverybody: true, functions: [], addresses: [], respondentRole: null, workFunction: null, openLinkUntil: null },
    ...{ isAnonymous: true, opensAt: null, closesAt: null, remindEveryDays: null, roleWeights: EQUAL_WEIGHTS, language: "en", isQuarterly: false },
    ...otherwise,
  };
}
