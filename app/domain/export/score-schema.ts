import { z } from "zod";
import { ANSWER_STATES } from "../assessment/answer.ts";
import { PILLARS } from "../assessment/vocabulary.ts";

const id = z.string().max(64);
const ids = z.array(id).max(1000);
const fraction = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const level = z.number().int().min(1).max(5);

const partSchema = z.strictObject({
  id,
  score: points.nullable(),
  coverage: fraction.nullable(),
  published: z.boolean(),
  reason: z.enum(["nothing-applicable", "mostly-not-applicable", "not-enough-answers", "carrier"]).nullable(),
  counts: points.nullable().optional(),
  missing: ids,
  findOut: ids,
});

/** What a submitted response scored, as it is stored (`Score` of domain/scoring). */
export const scoreSchema = z.strictObject({
  overall: z.strictObject({ score: points.nullable(), level: level.nullable(), gatedLevel: level.nullable(), heldBackBy: ids, leftOut: ids }),
  dimensions: z.array(partSchema).max(100),
  pillars: z.array(partSchema).max(10),
  flags: ids,
  trace: z
    .array(
      z.strictObject({
        item: id,
        dimension: id,
        pillars: z.array(z.enum(PILLARS)),
        state: z.enum(ANSWER_STATES),
        x: fraction.nullable(),
        weight: z.number(),
        contribution: z.number().nullable(),
      }),
    )
    .max(1000),
});

/** The band of plausible scores around it (`Band` of domain/scoring). */
export const bandSchema = z.strictObject({
  draws: z.number().int().min(1),
  seed: z.number().int(),
  low: points,
  high: points,
  levels: z.array(z.strictObject({ level, chance: fraction })).max(5),
});
