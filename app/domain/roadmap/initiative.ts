import { z } from "zod";
import { slugSchema } from "../assessment/content-values.ts";
import { LIFECYCLE_STAGES, type Pillar, PILLARS } from "../assessment/vocabulary.ts";

const line = z.string().trim().min(1).max(200);
const prose = z.string().trim().min(1).max(900);
const amount = z.number().min(0).max(1_000_000);

/** Person-weeks in total over the initiative's duration; half weeks at the finest. */
const effortSchema = z
  .strictObject({
    low: z.number().positive().max(200).multipleOf(0.5),
    likely: z.number().positive().max(200).multipleOf(0.5),
    high: z.number().positive().max(200).multipleOf(0.5),
  })
  .refine((e) => e.low <= e.likely && e.likely <= e.high, "low <= likely <= high");

const promiseSchema = z.strictObject({
  assessment: slugSchema,
  item: slugSchema,
  /** Option id (single), list of option ids (multi, ranking) or a number (scale, shift, number) that the item will have reached. */
  to: z.union([slugSchema, z.array(slugSchema).min(1), z.number()]),
});

export const initiativeSchema = z.strictObject({
  id: slugSchema,
  title: z.string().trim().min(1).max(70),
  pillars: z.array(z.enum(PILLARS)).min(1).max(2),
  problem: prose,
  done: prose,
  effort: z
    .strictObject(Object.fromEntries(PILLARS.map((p) => [p, effortSchema.optional()])) as Record<Pillar, z.ZodOptional<typeof effortSchema>>)
    .refine((e) => Object.keys(e).length > 0, "name the effort of at least one pool"),
  effortReason: prose,
  cost: z
    .strictObject({ currency: z.literal("EUR"), low: amount, likely: amount, high: amount, free: prose.optional() })
    .refine((c) => c.low <= c.likely && c.likely <= c.high, "low <= likely <= high"),
  quarters: z.number().int().min(1).max(3),
  requires: z.array(slugSchema),
  raises: z.array(promiseSchema).min(1),
  chance: z.strictObject({ value: z.number().min(0).max(1), reason: prose }),
  pilot: prose,
  byHand: prose,
  kpis: z.array(slugSchema).min(1).max(6),
  hypothesis: prose,
  refutedBy: prose,
  checklist: z.array(line).min(5).max(8),
  owner: line,
});
export type Initiative = z.infer<typeof initiativeSchema>;
export type InitiativePromise = Initiative["raises"][number];

export const kpiSchema = z.strictObject({
  id: slugSchema,
  title: z.string().trim().min(1).max(70),
  pillar: z.enum(PILLARS),
  formula: prose,
  unit: z.enum(["percent", "count", "days", "hours", "minutes", "ratio", "score", "currency"]),
  better: z.enum(["up", "down"]),
  source: line,
  cadence: z.enum(["weekly", "monthly", "quarterly"]),
  owner: line,
  pitfall: prose,
  stage: z.enum(LIFECYCLE_STAGES),
});
export type Kpi = z.infer<typeof kpiSchema>;
