import { z } from "zod";
import { type Change, type TeamChange, teamChangeSchema, type TrendLines, trendLinesSchema } from "../change/team-change-shape.ts";
import type { TeamResult } from "../agreement/team-result-shape.ts";

/** Cycles of one assessment that are drawn in one trend: three years of quarters. */
export const LONGEST_TREND = 12;

/** What is stored of two cycles of one assessment: how the later one differs, and where it is the latest, the lines over all of them until then. */
export const cycleChangeSchema = z.strictObject({
  /** Of the assessment, then and now. */
  versions: z.strictObject({ from: z.number().int(), to: z.number().int() }),
  /** Whether somebody could be recognised in both: not where one of them was anonymous. */
  isNamed: z.boolean(),
  change: teamChangeSchema,
  /** Null where the two are not a cycle and the one before it. The cycles stand in the order of their points. */
  trend: z.strictObject({ cycles: z.array(z.uuid()).min(1).max(LONGEST_TREND), versions: z.array(z.number().int()), lines: trendLinesSchema }).nullable(),
});
export type CycleChange = z.infer<typeof cycleChangeSchema>;

/** The published figures of one cycle, as far as they decide what may be told of its change. */
export type Published = { number: number; figures: Pick<TeamResult, "overall" | "dimensions" | "roles"> };

/**
 * The change without what the published results of the two cycles keep back: a part that is withheld in one of them (one to four people are new in
 * it), and, where a cycle was published again, the mix of roles that are not all shown. Otherwise a change could tell what a result does not.
 */
export function withoutWithheld(change: TeamChange, published: readonly Published[]): TeamChange {
  return {
    ...change,
    overall: isWithheld(published, null) ? nothing(change.overall) : withoutMix(change.overall, published),
    dimensions: change.dimensions.map(({ id, ...part }) => ({ id, ...(isWithheld(published, id) ? nothing(part) : withoutMix(part, published)) })),
  };
}

/** The same for the lines, whose points are those of the published cycles in the same order. */
export function linesWithoutWithheld(lines: TrendLines, published: readonly Published[]): TrendLines {
  const line = (points: TrendLines["overall"], id: string | null) =>
    points.map((point, place) => {
      const [first, own] = [published[0]!, published[place]!];
      if (isWithheld([own], id)) return { measured: null, returning: null, constantMix: null };
      if (isWithheld([first], id)) return { ...point, returning: null, constantMix: null };
      return hidesRoles([first, own]) ? { ...point, constantMix: null } : point;
    });
  return { ...lines, overall: line(lines.overall, null), dimensions: lines.dimensions.map(({ id, points }) => ({ id, points: line(points, id) })) };
}

function isWithheld(published: readonly Published[], dimension: string | null): boolean {
  return published.some(({ figures }) => {
    const part = dimension === null ? figures.overall : figures.dimensions.find(({ id }) => id === dimension);
    return part?.withheld === "too_few_new";
  });
}

/** A later publication shows no more groups than the first one did, though by its own heads it could. */
function hidesRoles(published: readonly Published[]): boolean {
  return published.some(({ number, figures }) => number > 1 && figures.roles.some(({ n, shown }) => n > 0 && !shown));
}

function withoutMix(part: Change, published: readonly Published[]): Change {
  if (part.constantMix.change === null || !hidesRoles(published)) return part;
  return { ...part, constantMix: { change: null, reason: "group_hidden" } };
}

function nothing({ before, after, returning }: Change): Change {
  return {
    ...{ before, after, measured: null, decidedBy: null, test: null, corrected: false, interval: null, p: null, adjusted: null },
    returning: { ...returning, change: null },
    constantMix: { change: null, reason: "withheld" },
    verdict: "too_few",
    reasons: [],
  };
}

/** The change that the verdict and its interval are of, in points; null: there is none. */
export function decisiveChange({ decidedBy, measured, returning }: Pick<Change, "decidedBy" | "measured" | "returning">): number | null {
  return decidedBy === null ? null : decidedBy === "returning" ? returning.change : measured;
}
