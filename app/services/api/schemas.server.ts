import { z } from "zod";
import { answersSchema } from "#app/domain/assessment/answer.ts";
import { planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";

/** Bodies the open API takes; pages, handlers and the OpenAPI document share them. */
export const scoreBodySchema = z.strictObject({ answers: answersSchema });

export const planBodySchema = z.strictObject({
  answers: z.record(z.string().max(64), answersSchema).refine((a) => Object.keys(a).length > 0, "name at least one assessment"),
  ...planSettingsSchema.shape,
});
