import { z } from "zod";

/** For how many hours an owner may let whoever runs the installation look inside. */
export const SUPPORT_HOURS = { day: 24, week: 7 * 24 } as const;
export type SupportTerm = keyof typeof SUPPORT_HOURS;
export const SUPPORT_TERMS = Object.keys(SUPPORT_HOURS) as SupportTerm[];

export const supportFormSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("grant"), term: z.enum(SUPPORT_TERMS as [SupportTerm, ...SupportTerm[]]) }),
  z.strictObject({ intent: z.literal("revoke") }),
]);
