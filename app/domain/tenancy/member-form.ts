import { z } from "zod";
import { ROLES } from "../access/can.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "./profile-choices.ts";

const optional = <Values extends readonly [string, ...string[]]>(values: Values) => z.union([z.literal("").transform(() => null), z.enum(values)]);

/** What can be done with a member. All its fields are choices, so a form that does not fit was not made by the page. */
export const memberChangeSchema = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("change"),
    revision: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
    role: z.enum(ROLES),
    respondentRole: optional(RESPONDENT_ROLES),
    workFunction: optional(WORK_FUNCTIONS),
  }),
  z.strictObject({ intent: z.literal("remove") }),
  z.strictObject({ intent: z.literal("leave") }),
  z.strictObject({ intent: z.literal("transfer") }),
]);
export type MemberChange = Extract<z.output<typeof memberChangeSchema>, { intent: "change" }>;
