import type { TeamResult } from "../agreement/team-result-shape.ts";
import type { ScoresByPart } from "./comparison.ts";

/** The whole, the dimensions and the pillars, as they are named in benchmarks. */
export function partsOf({ dimensions, pillars }: Pick<TeamResult, "dimensions" | "pillars">): string[] {
  return ["overall", ...dimensions.map(({ id }) => `dimension:${id}`), ...pillars.map(({ id }) => `pillar:${id}`)];
}

/** The unweighted means of a team by part, those that are shown: 0..100. */
export function partScores({ overall, dimensions, pillars }: TeamResult): ScoresByPart {
  const all = [["overall", overall.mean] as const, ...dimensions.map(({ id, mean }) => [`dimension:${id}`, mean] as const)];
  const scores = [...all, ...pillars.map(({ id, mean }) => [`pillar:${id}`, mean] as const)];
  return Object.fromEntries(scores.flatMap(([part, mean]) => (mean === null ? [] : [[part, mean]])));
}
