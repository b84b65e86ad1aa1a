import { z } from "zod";
import { RESPONDENT_ROLES } from "../tenancy/profile-choices.ts";
import { HEAVIEST } from "./role-weights.ts";

const weight = z.number().int().min(0).max(HEAVIEST);

/** What can be declared when a cycle is opened: whole numbers, 0..`HEAVIEST`, not all of them 0. */
export const declaredWeightsSchema = z
  .strictObject({ executive: weight, manager: weight, frontline: weight })
  .refine((weights) => RESPONDENT_ROLES.some((role) => weights[role] > 0));
