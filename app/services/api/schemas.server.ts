import { z } from "zod";
import { answersSchema } from "#app/domain/assessment/answer.ts";
import { LONGEST_NOTE } from "#app/domain/kpis/kpi-terms.ts";
import { plainText } from "#app/domain/kpis/plain-text.ts";
import { readingValueSchema } from "#app/domain/kpis/reading-value.ts";
import { planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";

/** Bodies the open API takes; pages, handlers and the OpenAPI document share them. */
export const scoreBodySchema = z.strictObject({ answers: answersSchema });

export const planBodySchema = z.strictObject({
  answers: z.record(z.string().max(64), answersSchema).refine((a) => Object.keys(a).length > 0, "name at least one assessment"),
  ...planSettingsSchema.shape,
});

/** A reading of a day until today; `note` may be left out. */
export const readingBodySchema = z.strictObject({
  on: z.iso.date(),
  value: readingValueSchema,
  note: plainText(LONGEST_NOTE).nullable().optional(),
});
