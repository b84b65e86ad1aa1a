import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";

/** A slug or period of any length would be no choice; more is not looked at. */
const formSchema = z.strictObject({ assessment: z.string().max(64).optional(), period: z.string().max(16) });

export type NewCycle = { assessment: string; period: string };

/**
 * Reads which assessment is to be answered, and for which period.
 * @param choices the slugs and periods there are to choose from
 */
export function readNewCycle(
  fields: Record<string, string>,
  { assessments, periods }: { assessments: readonly string[]; periods: readonly string[] },
  { say }: Words,
): FormReading<NewCycle> {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return { problems: [{ field: "assessment", message: say("cycles:formChanged") }] };
  const { assessment = "", period } = parsed.data;
  const problems: FieldProblems = [];
  if (!assessments.includes(assessment)) problems.push({ field: "assessment", message: say("cycles:chooseAssessment") });
  if (!periods.includes(period)) problems.push({ field: "period", message: say("cycles:choosePeriod") });
  return problems.length > 0 ? { problems } : { values: { assessment, period } };
}
