import { z } from "zod";
import { AUDIENCES, PILLARS } from "./vocabulary.ts";

/**
 * The shape of an assessment: what `content/assessments/<slug>/` holds once its files are joined.
 * Every object is strict, so that an unknown key is an error and not a silent loss. What a shape alone
 * cannot say (references, reachable maxima, readings for every dimension) is in `check-definition.ts`.
 */

export const slugSchema = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, "use lower-case letters, digits and hyphens, beginning with a letter");
const line = z.string().trim().min(1).max(200);
const prose = z.string().trim().min(1).max(1200);

/** Three decimals at most: scores are accumulated in whole thousandths, so that no order of answers changes a figure. */
export const shareSchema = z
  .number()
  .min(0)
  .max(1)
  .refine((v) => Number.isInteger(Math.round(v * 1e6) / 1e3), "use at most three decimals");
const weightSchema = z
  .number()
  .positive()
  .max(100)
  .refine((v) => Number.isInteger(Math.round(v * 1e6) / 1e3), "use at most three decimals");

const optionSchema = z.strictObject({
  id: slugSchema,
  label: line,
  value: shareSchema,
  /** "None of these": choosing it clears the others. */
  exclusive: z.literal(true).optional(),
  /** "All of these": equals every practice chosen. */
  all: z.literal(true).optional(),
});

const itemBase = {
  id: slugSchema,
  text: z.string().trim().min(1).max(240),
  weight: weightSchema,
  pillars: z.array(z.enum(PILLARS)).min(1).max(2),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  why: prose,
  evidence: prose,
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

export const itemSchema = z.discriminatedUnion("kind", [singleItemSchema, multiItemSchema, scaleItemSchema]);

export const questionFileSchema = z.strictObject({
  dimension: slugSchema,
  items: z.array(itemSchema).min(1),
});

export const conditionSchema = z.union([
  z.strictObject({ item: slugSchema, atMost: slugSchema }),
  z.strictObject({ item: slugSchema, atLeast: slugSchema }),
  z.strictObject({ item: slugSchema, has: slugSchema }),
  z.strictObject({ item: slugSchema, lacks: slugSchema }),
]);

const flagSchema = z.union([
  z.strictObject({ id: slugSchema, title: line, text: prose, anyOf: z.array(conditionSchema).min(1) }),
  z.strictObject({ id: slugSchema, title: line, text: prose, allOf: z.array(conditionSchema).min(1) }),
]);

const readoutSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    id: slugSchema,
    kind: z.literal("mix"),
    title: line,
    text: prose,
    items: z.array(slugSchema).min(2),
  }),
  z.strictObject({
    id: slugSchema,
    kind: z.literal("gap"),
    title: line,
    text: prose,
    minuend: slugSchema,
    subtrahend: slugSchema,
  }),
]);

const readingSchema = z.strictObject({
  low: prose,
  middle: prose,
  high: prose,
  strength: z.string().trim().min(1).max(110),
  weakness: z.string().trim().min(1).max(110),
});

export const readingsFileSchema = z.strictObject({
  dimensions: z.record(slugSchema, readingSchema),
  flags: z.array(flagSchema),
  readouts: z.array(readoutSchema).optional(),
});

const levelSchema = z.strictObject({ id: slugSchema, cut: z.number().int().min(0).max(99), name: line, paragraph: prose });
const dimensionSchema = z.strictObject({
  id: slugSchema,
  title: z.string().trim().min(1).max(40),
  summary: line,
  weight: weightSchema,
  critical: z.boolean(),
});

export const assessmentFileSchema = z.strictObject({
  slug: slugSchema,
  version: z.number().int().positive(),
  title: z.string().trim().min(1).max(70),
  shortTitle: z.string().trim().min(1).max(32),
  summary: z.string().trim().min(1).max(180),
  introduction: prose,
  minutes: z.number().int().min(1).max(10),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  youGet: z.array(line).length(3),
  source: z.strictObject({ after: line, work: line, claim: prose }),
  line: z.strictObject({ from: line, to: line }),
  levels: z.array(levelSchema).length(5),
  dimensions: z.array(dimensionSchema).min(1).max(12),
});

/** A whole assessment at one version: the three kinds of file joined; `items` stand in the order they are asked. */
export const definitionSchema = assessmentFileSchema.extend({
  items: z.array(
    z.discriminatedUnion("kind", [
      singleItemSchema.extend({ dimension: slugSchema }),
      multiItemSchema.extend({ dimension: slugSchema }),
      scaleItemSchema.safeExtend({ dimension: slugSchema }),
    ]),
  ),
  readings: z.record(slugSchema, readingSchema),
  flags: z.array(flagSchema),
  readouts: z.array(readoutSchema),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Item = Definition["items"][number];
export type Dimension = Definition["dimensions"][number];
export type Flag = Definition["flags"][number];
export type Readout = Definition["readouts"][number];
export type Condition = z.infer<typeof conditionSchema>;
export type ItemOption = z.infer<typeof optionSchema>;

/** Options of an item, or an empty list where its kind has none. */
export function optionsOf(item: Item): ItemOption[] {
  return item.kind === "scale" ? [] : item.options;
}
