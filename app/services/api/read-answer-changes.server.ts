import { z } from "zod";
import { answerSchema, safeText } from "#app/domain/assessment/answer.ts";
import type { AnswerChange } from "../responses/save-answers.server.ts";
import { readJson } from "./read-json.server.ts";

const schema = z.strictObject({
  changes: z
    .array(z.strictObject({ itemId: safeText(64), answer: answerSchema, basedOn: z.number().int().min(0).max(1_000_000) }))
    .min(1)
    .max(60)
    .refine((changes) => new Set(changes.map((c) => c.itemId)).size === changes.length, "names an item twice"),
});

/** @throws Response 4xx */
export async function readAnswerChanges(request: Request): Promise<AnswerChange[]> {
  return (await readJson(request, schema)).changes;
}
