import { z } from "zod";
import { storedAnswerSchema } from "../assessment/answer.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { ownInitiativeSchema } from "../board/own-initiative.ts";
import { planSettingsSchema } from "../roadmap/plan-settings.ts";

const amount = z.number().min(0);
/** What is left of an effort need not be a whole number of half weeks. */
const effortSchema = z.strictObject({ low: amount, likely: amount, high: amount });
const storedInitiativeSchema = ownInitiativeSchema.extend({
  id: z.string().max(64),
  effort: z.strictObject(Object.fromEntries(PILLARS.map((pool) => [pool, effortSchema.optional()])) as Record<Pillar, z.ZodOptional<typeof effortSchema>>),
  cost: z.strictObject({ currency: z.literal("EUR"), low: amount, likely: amount, high: amount, free: z.string().optional() }),
});

/**
 * Everything that a plan was computed from: with the definition of each assessment, found by its hash, and its settings, which hold the seed, it
 * can be computed again. Answers are those of `middleAnswers`.
 */
export const planInputsSchema = z.strictObject({
  assessments: z
    .array(
      z.strictObject({
        slug: z.string().max(64),
        hash: z.string().max(64),
        version: z.number().int(),
        cycle: z.uuid(),
        number: z.number().int(),
        period: z.string().max(16),
        respondents: z.number().int(),
        /** Mean of the respondents' scores, 0..100, beside which the score of the answers in the middle can be held; null when not published. */
        mean: z.number().nullable(),
        answers: z.record(z.string().max(64), storedAnswerSchema),
        /** Questions where the starting answer is the team's consensus, and those with none to start from. */
        agreed: z.array(z.string().max(64)),
        unknown: z.array(z.string().max(64)),
        /** Questions on which the team agrees little: their answer in the middle is nobody's in particular. */
        disputed: z.array(z.string().max(64)),
      }),
    )
    .min(1),
  initiatives: z.array(storedInitiativeSchema),
  settings: planSettingsSchema,
  /** Initiatives under way when it was planned, with how many of their quarters are over: they are reckoned with by what is left of them. */
  underWay: z.record(z.string().max(64), z.number().int().min(0)),
  /** Initiatives that were done: what rests on them can start. */
  done: z.array(z.string().max(64)),
});
export type PlanInputs = z.output<typeof planInputsSchema>;
