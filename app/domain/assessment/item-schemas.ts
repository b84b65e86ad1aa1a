import { z } from "zod";
import { figureSchema, line, prose, shareSchema, slugSchema, weightSchema } from "./content-values.ts";
import { AUDIENCES, NUMBER_UNITS, PILLARS } from "./vocabulary.ts";

/**
 * The six kinds of items (method, section 2). What a shape alone cannot say, such as that the best answer can be
 * reached, is in `check-item.ts`.
 */

const optionSchema = z.strictObject({
  id: slugSchema,
  label: line,
  value: shareSchema,
  /** "None of these": choosing it clears the others. */
  exclusive: z.literal(true).optional(),
  /** "All of these": equals every practice chosen. */
  all: z.literal(true).optional(),
});
export type ItemOption = z.infer<typeof optionSchema>;

const itemBase = {
  id: slugSchema,
  text: z.string().trim().min(1).max(240),
  weight: weightSchema,
  pillars: z.array(z.enum(PILLARS)).min(1).max(2),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  why: prose,
  evidence: prose,
  /** Name of a question that stands in several assessments, word for word. */
  shared: slugSchema.optional(),
};

export const singleItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal("single"),
  options: z
    .array(optionSchema.omit({ exclusive: true, all: true }).strict())
    .min(3)
    .max(5),
});
export const multiItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal("multi"),
  options: z.array(optionSchema).min(3).max(12),
});
export const scaleItemSchema = z
  .strictObject({
    ...itemBase,
    kind: z.literal("scale"),
    min: z.number().int().min(-100).max(100),
    max: z.number().int().min(-100).max(100),
    minLabel: line,
    maxLabel: line,
    reverse: z.literal(true).optional(),
  })
  .refine((item) => item.max > item.min && item.max - item.min <= 10, "max must be 1 to 10 above min");
/** A from/to pair: today's position, and the one wanted in 12 months, counted from 0 at the `from` end. */
export const shiftItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal("shift"),
  from: line,
  to: line,
  positions: z.array(line).min(3).max(5),
});
/** A KPI reading, valued piecewise linearly between anchors and constant beyond them. */
export const numberItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal("number"),
  unit: z.enum(NUMBER_UNITS),
  min: figureSchema,
  max: figureSchema,
  anchors: z
    .array(z.strictObject({ at: figureSchema, value: shareSchema }))
    .min(2)
    .max(8),
});
/** The best `pick` of the options, in order. `reference` is of versions that were stored before there were reference sets; the content has none. */
export const rankingItemSchema = z.strictObject({
  ...itemBase,
  kind: z.literal("ranking"),
  pick: z.number().int().min(2).max(5),
  options: z
    .array(z.strictObject({ id: slugSchema, label: line, value: shareSchema, reference: z.number().int().min(1).max(5).optional() }))
    .min(3)
    .max(12),
});

export const itemSchema = z.discriminatedUnion("kind", [
  singleItemSchema,
  multiItemSchema,
  scaleItemSchema,
  shiftItemSchema,
  numberItemSchema,
  rankingItemSchema,
]);

export const questionFileSchema = z.strictObject({
  dimension: slugSchema,
  items: z.array(itemSchema).min(1),
});
