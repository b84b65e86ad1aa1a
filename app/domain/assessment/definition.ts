import { z } from "zod";
import { line, prose, slugSchema, weightSchema } from "./content-values.ts";
import { type ItemOption, multiItemSchema, numberItemSchema, rankingItemSchema, scaleItemSchema, shiftItemSchema, singleItemSchema } from "./item-schemas.ts";
import { readingSchema, readingsFileSchema } from "./reading-schemas.ts";
import { AUDIENCES } from "./vocabulary.ts";

/**
 * The shape of an assessment: what `content/assessments/<slug>/` holds once its files are joined.
 * Every object is strict, so that an unknown key is an error and not a silent loss. What a shape alone
 * cannot say (references, reachable maxima, readings for every dimension) is in `check-definition.ts`.
 */

const levelSchema = z.strictObject({ id: slugSchema, cut: z.number().int().min(0).max(99), name: line, paragraph: prose });
const dimensionSchema = z.strictObject({
  id: slugSchema,
  title: z.string().trim().min(1).max(40),
  summary: line,
  weight: weightSchema,
  critical: z.boolean(),
  /** An earlier dimension: this one counts only as far as that one carries it. */
  carriedBy: slugSchema.optional(),
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
      shiftItemSchema.extend({ dimension: slugSchema }),
      numberItemSchema.extend({ dimension: slugSchema }),
      rankingItemSchema.extend({ dimension: slugSchema }),
    ]),
  ),
  readings: z.record(slugSchema, readingSchema),
  flags: readingsFileSchema.shape.flags,
  readouts: readingsFileSchema.shape.readouts.unwrap(),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Item = Definition["items"][number];
/** The items of one kind. */
export type ItemOf<Kind extends Item["kind"]> = Extract<Item, { kind: Kind }>;
export type Dimension = Definition["dimensions"][number];
export type Flag = Definition["flags"][number];
export type Readout = Definition["readouts"][number];

/** Options of an item, or an empty list where its kind has none. */
export function optionsOf(item: Item): readonly ItemOption[] {
  return "options" in item ? item.options : [];
}
