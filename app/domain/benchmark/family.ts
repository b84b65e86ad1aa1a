import type { TeamResult } from "../agreement/team-result-shape.ts";

/** Which results are comparable: those of one version of an assessment, as "seven-ps@2". */
export function familyOf({ slug, version }: TeamResult["assessment"]): string {
  return `${slug}@${version}`;
}

/** What one team's result says in a benchmark, in millionths at the finest, so that sums of many are exact whatever their order. */
export type Shared = {
  /** 0..100 by part: "overall", "dimension:<id>", "pillar:<id>"; the unweighted means. */
  readonly scores: Readonly<Record<string, number>>;
  /** Item means, 0..1, by item id: those that the team's result shows. */
  readonly items: Readonly<Record<string, number>>;
};

/**
 * What of a team's result may be shared.
 *
 * @returns null when the overall score or a dimension is withheld, or a pillar for any reason but that nobody has a score there: an organisation
 * is in with all of its parts or not at all, or those that are missing in one part could be worked out from the others. So it is of fewer than five respondents
 */
export function sharedOf({ overall, dimensions, pillars, items }: TeamResult): Shared | null {
  const parts = [
    { key: "overall", ...overall },
    ...dimensions.map((dimension) => ({ key: `dimension:${dimension.id}`, ...dimension })),
    ...pillars.filter(({ withheld }) => withheld !== "no_scores").map((pillar) => ({ key: `pillar:${pillar.id}`, ...pillar })),
  ];
  if (parts.some(({ mean, withheld }) => mean === null || withheld !== null)) return null;
  return {
    scores: Object.fromEntries(parts.map(({ key, mean }) => [key, inMillionths(mean!)])),
    items: Object.fromEntries(items.flatMap(({ id, mean, withheld }) => (mean === null || withheld !== null ? [] : [[id, inMillionths(mean)]]))),
  };
}

function inMillionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
