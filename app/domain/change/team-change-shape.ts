import { z } from "zod";

const id = z.string().max(64);
const count = z.number().int().min(0);
const points = z.number().min(0).max(100);
const change = z.number().min(-100).max(100);

export const VERDICTS = ["improved", "worsened", "no_clear_change", "too_few"] as const;

const REASONS = ["too_few_before", "too_few_after", "interval_includes_zero", "below_five_points", "not_after_adjustment"] as const;

const changeShape = {
  /** Respondents with a published score in each period. */
  before: count,
  after: count,
  /** Mean of all after less mean of all before; null when fewer than five have a score in either period. */
  measured: change.nullable(),
  returning: z.strictObject({
    /** People with a score in both periods; null when respondents cannot be matched. */
    n: count.nullable(),
    change: change.nullable(),
    /** Why not: nobody can be matched; fewer than five returned; one to four people did not, who could be worked out. */
    reason: z.enum(["not_matched", "too_few", "too_few_others"]).nullable(),
  }),
  constantMix: z.strictObject({
    /** The same with each role group of the earlier period given the share it had then. */
    change: change.nullable(),
    reason: z.enum(["withheld", "group_hidden", "group_empty"]).nullable(),
  }),
  /** The change that the interval, p and the verdict are of, and how they were found. */
  decidedBy: z.enum(["returning", "measured"]).nullable(),
  test: z.enum(["paired_permutation", "welch"]).nullable(),
  /** Whether the size of the team was known, so that the standard errors were corrected for it. */
  corrected: z.boolean(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  p: z.number().min(0).max(1).nullable(),
  /** p after Benjamini-Hochberg over the dimensions; of the overall score p itself. */
  adjusted: z.number().min(0).max(1).nullable(),
  verdict: z.enum(VERDICTS),
  /** What keeps it from being an improvement or a worsening; empty when it is one. */
  reasons: z.array(z.enum(REASONS)),
};

/** How a team's scores changed between two periods, as `teamChange` makes it; figures that may not be shown are null. */
export const teamChangeSchema = z.strictObject({
  method: z.string().max(16),
  seed: z.number().int().min(0),
  draws: z.number().int().min(1),
  /** Items that both versions ask in the same way, on which both periods are scored, and how many each version has. */
  commonItems: z.strictObject({ common: count, before: count, after: count }),
  overall: z.strictObject(changeShape),
  dimensions: z.array(z.strictObject({ id, ...changeShape })),
});

export type TeamChange = z.infer<typeof teamChangeSchema>;
export type Change = TeamChange["overall"];
export type ChangeReason = (typeof REASONS)[number];

const lineSchema = z.array(z.strictObject({ measured: points.nullable(), returning: points.nullable(), constantMix: points.nullable() }));

/** The three lines of a trend, as `trendLines` makes them: a point a period, null where it cannot be computed or shown. */
export const trendLinesSchema = z.strictObject({
  commonItems: z.strictObject({ common: count, of: z.array(count) }),
  overall: lineSchema,
  dimensions: z.array(z.strictObject({ id, points: lineSchema })),
});

export type TrendLines = z.infer<typeof trendLinesSchema>;
export type TrendPoint = TrendLines["overall"][number];
