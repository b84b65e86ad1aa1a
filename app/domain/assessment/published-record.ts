import { z } from "zod";
import { figureSchema, shareSchema, slugSchema, weightSchema } from "./content-values.ts";
import type { Definition, Item } from "./definition.ts";
import { optionsOf } from "./definition.ts";
import { NUMBER_UNITS } from "./vocabulary.ts";

/**
 * What is kept of a version once it was published: all that decides which score the same answers get, and no wording.
 * A key that an item's kind does not have is left out.
 */

const recordedItemSchema = z.strictObject({
  id: slugSchema,
  dimension: slugSchema,
  kind: z.enum(["single", "multi", "scale", "shift", "number", "ranking"]),
  weight: weightSchema,
  /** Option ids and their values. */
  options: z.record(slugSchema, shareSchema).optional(),
  /** The options "all of these" and "none of these". */
  all: slugSchema.optional(),
  exclusive: slugSchema.optional(),
  pick: z.number().int().optional(),
  unit: z.enum(NUMBER_UNITS).optional(),
  min: figureSchema.optional(),
  max: figureSchema.optional(),
  reverse: z.literal(true).optional(),
  /** How many positions a shift has. */
  positions: z.number().int().optional(),
  /** Pairs of reading and value. */
  anchors: z.array(z.tuple([figureSchema, shareSchema])).optional(),
});
export type RecordedItem = z.infer<typeof recordedItemSchema>;

const recordedVersionSchema = z.strictObject({
  version: z.number().int().positive(),
  cuts: z.array(z.number().int()),
  dimensions: z.array(z.strictObject({ id: slugSchema, weight: weightSchema, critical: z.boolean(), carriedBy: slugSchema.optional() })),
  items: z.array(recordedItemSchema),
});
export type RecordedVersion = z.infer<typeof recordedVersionSchema>;

/** `published.yaml`: every version that was published, in rising order. */
export const publishedFileSchema = z.strictObject({
  slug: slugSchema,
  versions: z
    .array(recordedVersionSchema)
    .min(1)
    .refine((all) => all.every(({ version }, i) => i === 0 || version > all[i - 1]!.version), "the versions must rise"),
});
export type PublishedFile = z.infer<typeof publishedFileSchema>;

/** The record of a definition as it stands. */
export function recordOf({ version, levels, dimensions, items }: Definition): RecordedVersion {
  return {
    version,
    cuts: levels.map(({ cut }) => cut),
    dimensions: dimensions.map(({ id, weight, critical, carriedBy }) => ({ id, weight, critical, ...(carriedBy !== undefined && { carriedBy }) })),
    items: items.map((item) => ({ id: item.id, dimension: item.dimension, kind: item.kind, weight: item.weight, ...answersOf(item) })),
  };
}

function answersOf(item: Item): Partial<RecordedItem> {
  switch (item.kind) {
    case "single":
    case "ranking":
      return { ...("pick" in item && { pick: item.pick }), options: valuesOf(item) };
    case "multi": {
      const all = item.options.find((option) => option.all)?.id;
      const exclusive = item.options.find((option) => option.exclusive)?.id;
      return { options: valuesOf(item), ...(all !== undefined && { all }), ...(exclusive !== undefined && { exclusive }) };
    }
    case "scale":
      return { min: item.min, max: item.max, ...(item.reverse && { reverse: item.reverse }) };
    case "shift":
      return { positions: item.positions.length };
    case "number":
      return { unit: item.unit, min: item.min, max: item.max, anchors: item.anchors.map(({ at, value }) => [at, value]) };
  }
}

function valuesOf(item: Item): Record<string, number> {
  return Object.fromEntries(optionsOf(item).map(({ id, value }) => [id, value]));
}
