import type { RespondentRole } from "../tenancy/profile-choices.ts";

/** How much each role group counts in the weighted mean, each at least 0. */
export type RoleWeights = Readonly<Record<RespondentRole, number>>;

/** As long as nothing else is declared. */
export const EQUAL_WEIGHTS: RoleWeights = { executive: 1, manager: 1, frontline: 1 };

/** The most that can be declared. */
export const HEAVIEST = 10;

/** Whether every role group counts the same, whatever the number. */
export function areEqual({ executive, manager, frontline }: RoleWeights): boolean {
  return executive === manager && manager === frontline;
}
