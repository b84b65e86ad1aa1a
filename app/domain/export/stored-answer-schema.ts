import { z } from "zod";
import { ANSWER_STATES, CONFIDENCES, LONGEST_LINK, LONGEST_NOTE, safeText, storedAnswerSchema } from "../assessment/answer.ts";

/** A moment as files hold it: ISO 8601 in UTC, of a year that a calendar would show. */
export const moment = z.iso
  .datetime()
  .refine((text) => text >= "1970" && text < "2200", { error: "must be a date from 1970 to 2199", params: { fault: "year" } });
export const id = z.uuid();
export const day = z.iso.date();

const value = z.union([safeText(64), z.array(safeText(64)).max(12), z.number()]);

/** An answer as it is stored: `value` holds what was said, with the target of a shift beside it, and in a blank one what was said too long ago to count. What is absent was not said. */
export const answerEntrySchema = z.strictObject({
  item: safeText(64).min(1),
  state: z.enum(ANSWER_STATES),
  value: z.union([value, z.strictObject({ value, target: z.number() }), storedAnswerSchema]).optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  comment: safeText(LONGEST_NOTE).optional(),
  evidenceLink: safeText(LONGEST_LINK).optional(),
  evidenceExpires: day.optional(),
  revision: z.number().int().min(1).max(2_000_000_000),
  carriedFrom: safeText(64).optional(),
  carriedOn: moment.optional(),
  updatedAt: moment,
});

export type AnswerEntry = z.infer<typeof answerEntrySchema>;

/** The same where it comes from elsewhere: it holds a value where its state has one. */
export const broughtAnswerSchema = answerEntrySchema.refine(hasValueOfItsState, {
  error: "has a value that an answer in its state does not have",
  params: { fault: "value" },
});

function hasValueOfItsState({ state, value, carriedFrom, carriedOn }: Pick<AnswerEntry, "state" | "value" | "carriedFrom" | "carriedOn">): boolean {
  const isAnswer = typeof value === "object" && !Array.isArray(value) && "state" in value;
  if (state === "answered") return value !== undefined && !isAnswer;
  const isKept = state === "blank" && carriedFrom !== undefined && carriedOn !== undefined;
  return value === undefined ? !isKept : isKept && isAnswer;
}
