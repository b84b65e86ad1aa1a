import { PILLARS } from "../assessment/vocabulary.ts";
import { type Fraction, toNumber } from "../scoring/exact.ts";
import { gatedLevel } from "../scoring/level.ts";
import { addUp, readAnswers } from "../scoring/tally.ts";
import { RESPONDENT_ROLES, type RespondentRole } from "../tenancy/profile-choices.ts";
import { agendaOf } from "./agenda.ts";
import { dimensionAgreement } from "./dimension-agreement.ts";
import { mayShowEvidenced } from "./evidence-shown.ts";
import { exactMean } from "./exact-sum.ts";
import { findOutOf } from "./find-out.ts";
import { itemFigures } from "./item-figures.ts";
import { addAnswers, emptyTally } from "./item-tally.ts";
import { partFigures, type PartFigures, type ScoreOf, type WholeWeights } from "./part-figures.ts";
import { perceptionGapsInSteps } from "./perception-gaps.ts";
import { respondentFigures, type RespondentFigures } from "./respondent-figures.ts";
import { EQUAL_WEIGHTS, type RoleWeights } from "./role-weights.ts";
import { populationsOf } from "./populations.ts";
import type { Visible } from "./suppression.ts";
import type { TeamInput } from "./team-input.ts";
import { FUNCTION_GROUPS, ROLE_GROUPS, SMALLEST_GROUP, type TeamResult } from "./team-result-shape.ts";
import { visibleIn } from "./visible-in.ts";

/** Changes when a rule of this folder changes a figure; stored with every result. */
export const TEAM_METHOD_VERSION = "2";

/** Draws of every permutation test. */
export const TEAM_DRAWS = 2000;

/** Respondents between two pauses. */
const PIECE = 250;

type Coverage = { answered: number; applicable: number };

/**
 * All figures of one cycle (method, section 5), ready to be stored as they are: `teamResultSchema` reads them back. Pure:
 * the same input gives the same figures, in whatever order the respondents are. Of fewer than five respondents nothing but
 * their number is said.
 *
 * 10,000 respondents with 35 items take about two seconds, permutation tests included; where that is too long to hold up a
 * thread, use `teamResultInSteps`.
 *
 * @throws RangeError when a weight is negative
 */
export function teamResult(input: TeamInput): TeamResult {
  const steps = teamResultInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses, at each of which a caller may do something else; between two of them lie some tens of milliseconds. */
export function* teamResultInSteps(input: TeamInput): Generator<void, TeamResult> {
  const { compiled, respondents, roleWeights = EQUAL_WEIGHTS, seed, now, isNamed = false } = input;
  const { definition } = compiled;
  const weights = wholeWeights(roleWeights);
  const today = now.toISOString().slice(0, 10);

  const isAgain = respondents.some(({ publishedBefore }) => publishedBefore);
  const tallies = compiled.items.map(emptyTally);
  const coverage = { dimensions: definition.dimensions.map(noCoverage), pillars: PILLARS.map(noCoverage) };
  const team: RespondentFigures[] = [];
  for (const [place, respondent] of respondents.entries()) {
    const reading = readAnswers(compiled, respondent.answers);
    const sums = addUp(compiled, reading);
    const of = { today, isByLink: respondent.isByLink ?? false, isNew: isAgain && !respondent.publishedBefore };
    team.push(respondentFigures(compiled, reading, sums, respondent, of));
    addAnswers(tallies, reading, of);
    sums.dimensions.forEach((s, i) => cover(coverage.dimensions[i]!, s));
    sums.pillars.forEach((s, i) => cover(coverage.pillars[i]!, s));
    if (place % PIECE === PIECE - 1) yield;
  }

  const isLargeEnough = team.length >= SMALLEST_GROUP;
  const pickDimension = definition.dimensions.map(
    (_, i): ScoreOf =>
      ({ dimensions }) =>
        dimensions[i]!,
  );
  const visible = visibleIn(team, [() => true, pickOverall, ...pickDimension], input.shownBefore);
  yield;
  const part = (pick: ScoreOf, covered: Coverage, within: Visible = visible) =>
    partFigures(team, pick, { definition, weights, visible: within, coverage: isLargeEnough ? shareOf(covered) : null });

  const overall = part(pickOverall, coverage.dimensions.reduce(together, noCoverage()));
  yield;
  const dimensions: PartFigures[] = [];
  for (const [i, pick] of pickDimension.entries()) {
    dimensions.push(part(pick, coverage.dimensions[i]!));
    yield;
  }
  const pillars: TeamResult["pillars"] = [];
  for (const [i, id] of PILLARS.entries()) {
    const pick: ScoreOf = ({ pillars }) => pillars[i]!;
    pillars.push({ id, ...part(pick, coverage.pillars[i]!, visibleIn(team, [() => true, pick], visible)).shown });
    yield;
  }

  const items = isLargeEnough ? compiled.items.map((c, i) => itemFigures(c, tallies[i]!, compiled.unit, isNamed)) : [];
  const counts = definition.dimensions.map((_, i) => (dimensions[i]!.mean ? meanOf(team, ({ counts }) => counts[i]!) : null));
  const gated = overall.mean && gatedLevel(definition, overall.mean, counts);
  yield;
  const roles = ROLE_GROUPS.map((group) => ({
    group,
    ...groupFigures(
      team.filter((f) => f.group === group),
      visible.roles.includes(group),
    ),
  }));
  yield;
  const functions = FUNCTION_GROUPS.map((group) => ({
    group,
    ...groupFigures(
      team.filter((f) => f.workFunction === group),
      visible.functions.includes(group),
    ),
  }));
  yield;
  const isEvidencedShown = isNamed || mayShowEvidenced(team.map((f) => ({ evidence: f.evidence, isIn: populationsOf(f) })));
  const shownRoles = RESPONDENT_ROLES.filter((role) => visible.roles.includes(role));

  return {
    method: TEAM_METHOD_VERSION,
    assessment: { slug: definition.slug, version: definition.version },
    seed,
    draws: TEAM_DRAWS,
    today,
    respondents: team.length,
    roleWeights: { executive: roleWeights.executive, manager: roleWeights.manager, frontline: roleWeights.frontline },
    roles,
    functions,
    overall: {
      ...overall.shown,
      gatedLevel: gated?.level ?? null,
      heldBackBy: gated?.heldBackBy ?? [],
      leftOutDimensions: definition.dimensions.flatMap(({ id }, i) => (dimensions[i]!.shown.withheld === "no_scores" ? [id] : [])),
      evidenced: overall.mean && isEvidencedShown ? toNumber(meanOf(team, ({ evidenced }) => evidenced)!) : null,
    },
    dimensions: definition.dimensions.map(({ id }, i) => ({
      id,
      ...dimensions[i]!.shown,
      ...(compiled.carriers[i] == null ? {} : { counts: counts[i] && toNumber(counts[i]) }),
      ...dimensionAgreement(items.flatMap((item, at) => (compiled.items[at]!.dimension === i ? [item.disagreement] : []))),
    })),
    pillars,
    items: items.map(({ shown }) => shown),
    gaps: yield* perceptionGapsInSteps(compiled, team, shownRoles, seed, TEAM_DRAWS),
    findOut: findOutOf(
      items.map(({ shown }) => shown),
      team.length,
    ),
    agenda: agendaOf(
      compiled,
      items,
      dimensions.map(({ mean }) => mean !== null),
    ),
  };

  function groupFigures(group: readonly RespondentFigures[], isShown: boolean) {
    const shownMean = (pick: ScoreOf) => {
      const mean = isShown ? meanOf(group, pick) : null;
      return mean && toNumber(mean);
    };
    return {
      n: group.length,
      shown: isShown,
      hiddenBecause: isShown ? null : hiddenBecause(group.length),
      overall: shownMean(pickOverall),
      dimensions: isShown
        ? definition.dimensions.map(({ id }, i) => ({ id, n: group.filter((f) => pickDimension[i]!(f) !== null).length, mean: shownMean(pickDimension[i]!) }))
        : [],
    };
  }
}

const pickOverall: ScoreOf = ({ overall }) => overall;

function hiddenBecause(n: number) {
  if (n === 0) return "nobody" as const;
  return n < SMALLEST_GROUP ? ("too_few" as const) : ("protects_others" as const);
}

function wholeWeights(weights: RoleWeights): WholeWeights {
  const whole = (role: RespondentRole) => {
    if (!(weights[role] >= 0)) throw new RangeError(`the weight of ${role} is negative`);
    return Math.round(weights[role] * 1000);
  };
  return { executive: whole("executive"), manager: whole("manager"), frontline: whole("frontline") };
}

function meanOf(team: readonly RespondentFigures[], pick: ScoreOf): Fraction | null {
  const scores = team.flatMap((figures) => pick(figures) ?? []);
  return scores.length === 0 ? null : exactMean(scores);
}

function noCoverage(): Coverage {
  return { answered: 0, applicable: 0 };
}

function cover(into: Coverage, { answered, applicable }: Coverage): void {
  into.answered += answered;
  into.applicable += applicable;
}

function together(a: Coverage, b: Coverage): Coverage {
  return { answered: a.answered + b.answered, applicable: a.applicable + b.applicable };
}

function shareOf({ answered, applicable }: Coverage): number | null {
  return applicable === 0 ? null : answered / applicable;
}
