import { z } from "zod";
import { slugSchema } from "../assessment/content-values.ts";
import { AUDIENCES } from "../assessment/vocabulary.ts";

/** The shape of `content/start.yaml`: three questions that lead to an assessment. References are in `check-starting-questions.ts`. */

const optionSchema = z
  .strictObject({
    id: slugSchema,
    label: z.string().trim().min(1).max(120),
    /** A clause that goes on from "Because". */
    because: z.string().trim().min(1).max(110),
    /** Assessments this answer speaks for, by slug. */
    points: z.record(slugSchema, z.number().int().min(1).max(5)).default({}),
    /** Longer assessments are out of the question. */
    minutes: z.number().int().min(1).max(10).optional(),
    /** Assessments that are not made for this role are out of the question. */
    audience: z.enum(AUDIENCES).optional(),
  })
  .refine((o) => Object.keys(o.points).length > 0 || o.minutes !== undefined || o.audience !== undefined, "an answer needs points, minutes or an audience");

const questionSchema = z.strictObject({
  id: slugSchema,
  text: z.string().trim().min(1).max(120),
  options: z.array(optionSchema).min(3).max(5),
});

export const startingQuestionsSchema = z.strictObject({ questions: z.array(questionSchema).length(3) });

export type StartingQuestions = z.infer<typeof startingQuestionsSchema>;
export type StartingQuestion = StartingQuestions["questions"][number];
export type StartingOption = StartingQuestion["options"][number];
