import { z } from "zod";

/**
 * How one cycle's figures differ from those of an earlier one, as it is stored and shown (method, section 7). Scores and differences are
 * points, unrounded. A figure that may not be shown, or cannot be computed, is null.
 */

const id = z.string().max(64);
const count = z.number().int().min(0);
const points = z.number().min(0).max(100);
const interval = z.strictObject({ low: z.number(), high: z.number() });

/**
 * `improved`, `declined`: the interval excludes 0, it still counts as clear beside all the others that were looked at, and the change is 5 points or
 * more. `unclear`: anything else. `too_few`: fewer than five in one of the two cycles have a score here. `not_common`: the two versions ask nothing
 * in common here.
 */
export const VERDICTS = ["improved", "declined", "unclear", "too_few", "not_common"] as const;
export type Verdict = (typeof VERDICTS)[number];

const partShape = {
  verdict: z.enum(VERDICTS),
  /** Means over everybody who has a score here; of common items only where the versions differ. */
  from: points.nullable(),
  to: points.nullable(),
  nFrom: count,
  nTo: count,
  difference: z.number().min(-100).max(100).nullable(),
  /** Ends of the 95 % interval of the difference that the verdict rests on. */
  interval: interval.nullable(),
  p: z.number().min(0).max(1).nullable(),
  /** p after Benjamini-Hochberg over the dimensions; of the whole: null. */
  adjusted: z.number().min(0).max(1).nullable(),
  /** By what: those who answered both times, one by one; or all of each time, as two groups. */
  basis: z.enum(["paired", "welch"]).nullable(),
  /** Whether the interval is narrower because most of the team answered. */
  corrected: z.boolean(),
  /** Of those who answered both times; null: fewer than five did, or nobody can tell. */
  returning: z.strictObject({ n: count, from: points, to: points, difference: z.number(), interval: interval.nullable() }).nullable(),
  /** With the later cycle's roles in the shares of the earlier one; null: a role is not shown in one of the two. */
  sameMix: z.strictObject({ from: points, to: points, difference: z.number() }).nullable(),
};

const partSchema = z.strictObject(partShape);
export type ChangePart = z.infer<typeof partSchema>;

export const cycleChangeSchema = z.strictObject({
  method: z.string().max(16),
  versions: z.strictObject({ from: z.number().int(), to: z.number().int() }),
  /** Items that are asked word for word in both versions, and all of the later one. */
  items: z.strictObject({ common: count, all: count }),
  asked: z.strictObject({ from: count, to: count }),
  /** Who answered both times; null where a cycle was anonymous, so that nobody can tell, and below five. */
  returning: count.nullable(),
  pairing: z.enum(["named", "anonymous"]),
  overall: partSchema,
  dimensions: z.array(z.strictObject({ id, ...partShape })),
});

export type CycleChange = z.infer<typeof cycleChangeSchema>;

/** Whether only a part of the questions can be compared. */
export function isPartial({ items, versions }: Pick<CycleChange, "items" | "versions">): boolean {
  return versions.from !== versions.to && items.common < items.all;
}
