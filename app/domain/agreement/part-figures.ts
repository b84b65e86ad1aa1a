import type { Definition } from "../assessment/definition.ts";
import { scoredLevel } from "../scoring/level.ts";
import { type Fraction, over, times, toNumber, ZERO, plus } from "../scoring/exact.ts";
import { RESPONDENT_ROLES, type RespondentRole } from "../tenancy/profile-choices.ts";
import { exactMean } from "./exact-sum.ts";
import { withheldBecause } from "./item-figures.ts";
import { peopleIn } from "./populations.ts";
import type { RespondentFigures } from "./respondent-figures.ts";
import { tFor95 } from "./student-t.ts";
import type { Visible } from "./suppression.ts";
import type { TeamPart } from "./team-result-shape.ts";

/** Which score of a respondent a part is made of. */
export type ScoreOf = (figures: RespondentFigures) => Fraction | null;

export type PartFigures = {
  readonly shown: TeamPart;
  /** The unweighted mean, exact; null when it is withheld. */
  readonly mean: Fraction | null;
};

/** Weights of the role groups in whole thousandths. */
export type WholeWeights = Readonly<Record<RespondentRole, number>>;

/**
 * What a team scored in one part: the overall score, a dimension or a pillar (method, section 5). The mean is over
 * respondents directly; the weighted one over the means of the role groups, and only when all groups with a weight are
 * there: nothing is shared out anew in silence.
 *
 * @param coverage 0..1, or null
 * @param visible the groups that may be shown in this part
 */
export function partFigures(
  team: readonly RespondentFigures[],
  pick: ScoreOf,
  { definition, weights, visible, coverage }: { definition: Definition; weights: WholeWeights; visible: Visible; coverage: number | null },
): PartFigures {
  const scored = team.filter((figures) => pick(figures) !== null);
  const n = scored.length;
  const leftOut = team.length - n;
  const withheld = withheldBecause(peopleIn(scored));
  if (withheld !== null) {
    const weighted = { mean: null, reason: "withheld" as const, groups: [] };
    return { shown: { n, leftOut, withheld, mean: null, sd: null, interval: null, level: null, coverage, weighted }, mean: null };
  }
  const mean = exactMean(scored.map((figures) => pick(figures)!));
  const points = toNumber(mean);
  const sd = deviation(
    scored.map((figures) => toNumber(pick(figures)!)),
    points,
  );
  const margin = (tFor95(n - 1) * sd) / Math.sqrt(n);
  const interval = { low: Math.max(0, points - margin), high: Math.min(100, points + margin) };
  const weighted = weightedMean(scored, pick, weights, visible);
  return { shown: { n, leftOut, withheld, mean: points, sd, interval, level: scoredLevel(definition, mean), coverage, weighted }, mean };
}

/** Standard deviation over n - 1, the same in any order. @param values at least two */
function deviation(values: readonly number[], mean: number): number {
  const squares = Float64Array.from(values, (value) => (value - mean) ** 2).sort();
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (values.length - 1));
}

function weightedMean(scored: readonly RespondentFigures[], pick: ScoreOf, weights: WholeWeights, visible: Visible): TeamPart["weighted"] {
  const counted = RESPONDENT_ROLES.filter((role) => weights[role] > 0);
  if (counted.length === 0) return { mean: null, reason: "no_weights", groups: [] };
  const scores = counted.map((role) => scored.flatMap((figures) => (figures.group === role ? [pick(figures)!] : [])));
  const empty = counted.filter((_, i) => scores[i]!.length === 0);
  if (empty.length > 0) return { mean: null, reason: "group_empty", groups: empty };
  const hidden = counted.filter((role) => !visible.roles.includes(role));
  if (hidden.length > 0) return { mean: null, reason: "group_hidden", groups: hidden };
  const sum = scores.reduce((all, list, i) => plus(all, times(exactMean(list), weights[counted[i]!])), ZERO);
  const whole = counted.reduce((all, role) => all + weights[role], 0);
  return { mean: toNumber(over(sum, whole)), reason: null, groups: [] };
}
