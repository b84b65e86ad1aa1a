import { z } from "zod";
import { RESPONDENT_ROLES, type RespondentRole } from "../tenancy/profile-choices.ts";

/** How much each role group counts in the weighted mean, each at least 0. */
export type RoleWeights = Readonly<Record<RespondentRole, number>>;

/** As long as nothing else is declared. */
export const EQUAL_WEIGHTS: RoleWeights = { executive: 1, manager: 1, frontline: 1 };

/** The most that can be declared. */
export const HEAVIEST = 10;

const weight = z.number().int().min(0).max(HEAVIEST);
/** What can be declared when a cycle is opened: whole numbers, 0..`HEAVIEST`, not all of them 0. */
export const declaredWeightsSchema = z
  .strictObject({ executive: weight, manager: weight, frontline: weight })
  .refine((weights) => RESPONDENT_ROLES.some((role) => weights[role] > 0));

/** Whether every role group counts the same, whatever the number. */
export function areEqual({ executive, manager, frontline }: RoleWeights): boolean {
  return executive === manager && manager === frontline;
}
