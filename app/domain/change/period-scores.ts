import { exactMean, exactSum } from "../agreement/exact-sum.ts";
import type { ScoreOf } from "../agreement/part-figures.ts";
import { respondentFigures, type RespondentFigures } from "../agreement/respondent-figures.ts";
import type { TeamRespondent } from "../agreement/team-input.ts";
import { ROLE_GROUPS, type RoleGroup, SMALLEST_GROUP } from "../agreement/team-result-shape.ts";
import { visibleIn } from "../agreement/visible-in.ts";
import type { Compiled } from "../scoring/compile.ts";
import { type Fraction, over, times } from "../scoring/exact.ts";
import { addUp, readAnswers } from "../scoring/tally.ts";

export type ChangeRespondent = Omit<TeamRespondent, "publishedBefore"> & {
  /** The same for the same person in every period, and nobody else's in one; null where nobody may be recognised. */
  readonly key: string | null;
};

export type Period = {
  readonly compiled: Compiled;
  /** In any order. */
  readonly respondents: readonly ChangeRespondent[];
  /** How many people the team had; null when not known. */
  readonly people: number | null;
};

export type PeriodScores = {
  readonly team: readonly RespondentFigures[];
  readonly keys: readonly (string | null)[];
  readonly people: number | null;
  /** Roles whose means may be shown, the same for every part. */
  readonly roles: readonly RoleGroup[];
};

/** Scores a period's respondents by a definition that may have fewer items than they were asked. */
export function* periodScoresInSteps(compiled: Compiled, { respondents, people }: Pick<Period, "respondents" | "people">): Generator<void, PeriodScores> {
  const team: RespondentFigures[] = [];
  for (const [place, respondent] of respondents.entries()) {
    const reading = readAnswers(compiled, respondent.answers);
    // Evidence plays no part in change.
    team.push(respondentFigures(compiled, reading, addUp(compiled, reading), respondent, { today: "", isByLink: respondent.isByLink ?? false, isNew: false }));
    if (place % 250 === 249) yield;
  }
  const { roles } = visibleIn(team, [
    () => true,
    ({ overall }) => overall,
    ...compiled.dimensionWeights.map(
      (_, i): ScoreOf =>
        ({ dimensions }) =>
          dimensions[i]!,
    ),
  ]);
  return { team, keys: respondents.map(({ key }) => key), people, roles };
}

/** Published scores in one part. */
export function scoresIn({ team }: PeriodScores, scoreOf: ScoreOf): Fraction[] {
  return team.flatMap((figures) => scoreOf(figures) ?? []);
}

/** Their mean; null below five. */
export function measuredMean(period: PeriodScores, scoreOf: ScoreOf): Fraction | null {
  const scores = scoresIn(period, scoreOf);
  return scores.length < SMALLEST_GROUP ? null : exactMean(scores);
}

/** The published scores of those who can be recognised. */
export function scoresByKey({ team, keys }: PeriodScores, scoreOf: ScoreOf): Map<string, Fraction> {
  return new Map(
    team.flatMap((figures, i) => {
      const [key, score] = [keys[i]!, scoreOf(figures)];
      return key === null || score === null ? [] : [[key, score] as const];
    }),
  );
}

/**
 * The mean of a later period with the role groups in the shares of an earlier one (direct standardisation): `sum(n_g m_g) /
 * sum(n_g)` with the earlier numbers and the later means. Those who did not say their role are a group too. Null with a
 * reason when a mean of a group may not be shown in one of the periods, or nobody of it answered in the later one.
 *
 * @param earlier, later of which the mean of the whole may be shown, see `measuredMean`
 */
export function constantMixMean(
  earlier: PeriodScores,
  later: PeriodScores,
  scoreOf: ScoreOf,
): { mean: Fraction; reason: null } | { mean: null; reason: "group_hidden" | "group_empty" } {
  const groupsOf = (period: PeriodScores) =>
    ROLE_GROUPS.map((group) => scoresIn({ ...period, team: period.team.filter((figures) => figures.group === group) }, scoreOf));
  const [before, after] = [groupsOf(earlier), groupsOf(later)];
  const there = ROLE_GROUPS.map((_, i) => i).filter((i) => before[i]!.length > 0);
  if (there.some((i) => after[i]!.length === 0)) return { mean: null, reason: "group_empty" };
  const isShown = ({ roles }: PeriodScores) => there.every((i) => roles.includes(ROLE_GROUPS[i]!));
  if (!isShown(earlier) || !isShown(later)) return { mean: null, reason: "group_hidden" };
  const weighted = there.map((i) => times(exactMean(after[i]!), before[i]!.length));
  return {
    mean: over(
      exactSum(weighted),
      there.reduce((all, i) => all + before[i]!.length, 0),
    ),
    reason: null,
  };
}
