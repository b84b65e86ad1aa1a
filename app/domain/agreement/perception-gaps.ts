import { benjaminiHochberg } from "../change/benjamini-hochberg.ts";
import type { Compiled } from "../scoring/compile.ts";
import { type Fraction, minus, toNumber } from "../scoring/exact.ts";
import { RESPONDENT_ROLES, type RespondentRole } from "../tenancy/profile-choices.ts";
import { exactMean } from "./exact-sum.ts";
import type { ScoreOf } from "./part-figures.ts";
import { permutationGapInSteps } from "./permutation-gap.ts";
import type { RespondentFigures } from "./respondent-figures.ts";
import type { TeamGap } from "./team-result-shape.ts";

type Gap = TeamGap["overall"];

/**
 * How differently two role groups see the same, for each pair of groups that are shown (method, section 5): overall, and
 * per dimension with Benjamini-Hochberg over the dimensions of the pair. Every part draws from a seed of its own, the
 * given one plus its place, so that one part can be computed again alone.
 */
export function* perceptionGapsInSteps(
  { definition }: Compiled,
  team: readonly RespondentFigures[],
  shown: readonly RespondentRole[],
  seed: number,
  draws: number,
): Generator<void, TeamGap[]> {
  const pairs = RESPONDENT_ROLES.flatMap((a, i) => RESPONDENT_ROLES.slice(i + 1).map((b) => ({ a, b })));
  const gaps: TeamGap[] = [];
  for (const [place, { a, b }] of pairs.entries()) {
    if (!shown.includes(a) || !shown.includes(b)) continue;
    const first = seed + place * (definition.dimensions.length + 1);
    const overall = yield* gapInSteps(team, a, b, ({ overall }) => overall, first, draws);
    const dimensions: Gap[] = [];
    for (const i of definition.dimensions.keys()) {
      dimensions.push(yield* gapInSteps(team, a, b, ({ dimensions }) => dimensions[i]!, first + 1 + i, draws));
    }
    const adjusted = adjust(dimensions);
    gaps.push({ a, b, overall, dimensions: definition.dimensions.map(({ id }, i) => ({ id, ...dimensions[i]!, ...adjusted[i]! })) });
  }
  return gaps;
}

function* gapInSteps(
  team: readonly RespondentFigures[],
  a: RespondentRole,
  b: RespondentRole,
  pick: ScoreOf,
  seed: number,
  draws: number,
): Generator<void, Gap> {
  const [ofA, ofB] = [a, b].map((role) => scoresOf(team, role, pick)) as [Fraction[], Fraction[]];
  if (ofA.length === 0 || ofB.length === 0) return { difference: null, interval: null, p: null };
  const test = yield* permutationGapInSteps(ofA.map(toNumber), ofB.map(toNumber), seed, draws);
  return { difference: toNumber(minus(exactMean(ofA), exactMean(ofB))), ...test };
}

function scoresOf(team: readonly RespondentFigures[], role: RespondentRole, pick: ScoreOf): Fraction[] {
  return team.flatMap((figures) => (figures.group === role ? (pick(figures) ?? []) : []));
}

function adjust(gaps: readonly Gap[]): { adjusted: number | null; clear: boolean }[] {
  const tested = gaps.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = benjaminiHochberg(tested);
  return gaps.map(({ p }) => {
    if (p === null) return { adjusted: null, clear: false };
    // Equal p values are adjusted to equal ones. At most 0.05 after, it was so before, and the interval excludes 0.
    const q = adjusted[tested.indexOf(p)]!;
    return { adjusted: q, clear: q <= 0.05 };
  });
}
