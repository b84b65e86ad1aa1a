import { z } from "zod";
import { line, prose, slugSchema } from "./content-values.ts";

/** The shape of `readings.yaml`: what an assessment says about answers and scores. */

/** An option of a single item, a position of a shift, or a reading of a number. */
const boundSchema = z.union([slugSchema, z.number()]);

export const conditionSchema = z.union([
  z.strictObject({ item: slugSchema, atMost: boundSchema }),
  z.strictObject({ item: slugSchema, atLeast: boundSchema }),
  z.strictObject({ item: slugSchema, has: slugSchema }),
  z.strictObject({ item: slugSchema, lacks: slugSchema }),
]);
export type Condition = z.infer<typeof conditionSchema>;

const conditions = z.array(conditionSchema).min(1);

const flagSchema = z.union([
  z.strictObject({ id: slugSchema, title: line, text: prose, anyOf: conditions }),
  z.strictObject({ id: slugSchema, title: line, text: prose, allOf: conditions }),
]);

const readoutHead = { id: slugSchema, title: line, text: prose };
const verdictCaseSchema = z.union([
  z.strictObject({ title: line, text: prose, anyOf: conditions }),
  z.strictObject({ title: line, text: prose, allOf: conditions }),
]);

const readoutSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...readoutHead, kind: z.literal("mix"), items: z.array(slugSchema).min(2) }),
  z.strictObject({ ...readoutHead, kind: z.literal("gap"), minuend: slugSchema, subtrahend: slugSchema }),
  z.strictObject({ ...readoutHead, kind: z.literal("distance"), items: z.array(slugSchema).min(1) }),
  z.strictObject({ ...readoutHead, kind: z.literal("decay"), item: slugSchema, monthlyPercent: z.number().positive().max(100) }),
  /** Of versions that were stored before there were reference sets; the content has none (check-readouts.ts). */
  z.strictObject({ ...readoutHead, kind: z.literal("ranking"), item: slugSchema, source: line }),
  z.strictObject({ ...readoutHead, kind: z.literal("matrix"), columns: z.array(line).length(3), items: z.array(slugSchema).min(1) }),
  z.strictObject({
    id: slugSchema,
    kind: z.literal("verdict"),
    title: line,
    cases: z.array(verdictCaseSchema).min(1).max(8),
    otherwise: z.strictObject({ title: line, text: prose }),
  }),
]);

export const readingSchema = z.strictObject({
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
