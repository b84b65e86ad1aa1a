import type { ScoreOf } from "../agreement/part-figures.ts";
import { TEAM_DRAWS, TEAM_METHOD_VERSION } from "../agreement/team-result.ts";
import { SMALLEST_GROUP } from "../agreement/team-result-shape.ts";
import { compile } from "../scoring/compile.ts";
import { type Fraction, minus, reaches, toNumber, ZERO } from "../scoring/exact.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { commonItems } from "./common-items.ts";
import { finitePopulation } from "./finite-population.ts";
import { pairedPermutationInSteps } from "./paired-permutation.ts";
import { constantMixMean, measuredMean, type Period, type PeriodScores, periodScoresInSteps, scoresIn } from "./period-scores.ts";
import { meanChange, returningChange } from "./returning-change.ts";
import type { Change, ChangeReason, TeamChange } from "./team-change-shape.ts";
import { welch } from "./welch.ts";

/** Points from which a change is more than a nuance (method, section 7). */
export const LEAST_CHANGE = 5;

export type TeamChangeInput = { readonly before: Period; readonly after: Period; /** A whole number, 0..2^32 - 1. */ readonly seed: number };

/** What is found of a part before the dimensions are looked at together. */
type Found = Omit<Change, "adjusted" | "verdict" | "reasons"> & { readonly decisive: Fraction | null };

/**
 * How a team changed between two periods of one assessment (method, section 7), overall and per dimension. Pure: the order
 * of respondents changes nothing. Where the versions differ, both periods are scored anew on the items that both ask in
 * the same way, by the later version's weights.
 *
 * The interval is that of the returning people's mean change when five or more of them may be told of, by paired
 * permutation; otherwise that of the difference of the two means, by Welch, with the finite-population correction of each
 * period whose team size is known. A permutation interval supposes no sampling, and is not corrected.
 *
 * "Improved" is said only when the interval excludes 0, the change it is of is five points or more, decided exactly, and,
 * of a dimension, its p value is at most 0.05 after Benjamini-Hochberg over the dimensions; "worsened" likewise.
 */
export function teamChange(input: TeamChangeInput): TeamChange {
  const steps = teamChangeInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses, between which lie some tens of milliseconds. */
export function* teamChangeInSteps({ before, after, seed }: TeamChangeInput): Generator<void, TeamChange> {
  const { definition, common, of } = commonItems([before.compiled.definition, after.compiled.definition]);
  const compiled = compile(definition);
  const periods = { before: yield* periodScoresInSteps(compiled, before), after: yield* periodScoresInSteps(compiled, after) };
  const overall = yield* foundInSteps(periods, ({ overall }) => overall, seed);
  const dimensions: Found[] = [];
  for (const i of definition.dimensions.keys()) dimensions.push(yield* foundInSteps(periods, ({ dimensions }) => dimensions[i]!, seed + 1 + i));
  const tested = dimensions.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = benjaminiHochberg(tested);
  return {
    method: TEAM_METHOD_VERSION,
    seed,
    draws: TEAM_DRAWS,
    commonItems: { common, before: of[0]!, after: of[1]! },
    overall: judged(overall, overall.p),
    // Equal p values are adjusted to equal ones.
    dimensions: definition.dimensions.map(({ id }, i) => {
      const { p } = dimensions[i]!;
      return { id, ...judged(dimensions[i]!, p === null ? null : adjusted[tested.indexOf(p)]!) };
    }),
  };
}

function* foundInSteps({ before, after }: { before: PeriodScores; after: PeriodScores }, scoreOf: ScoreOf, seed: number): Generator<void, Found> {
  const [earlier, later] = [scoresIn(before, scoreOf), scoresIn(after, scoreOf)];
  const [was, is] = [measuredMean(before, scoreOf), measuredMean(after, scoreOf)];
  const counts = { before: earlier.length, after: later.length };
  const returning = returningChange(before, after, scoreOf);
  if (was === null || is === null) {
    const told = { n: returning.n, change: null, reason: returning.reason };
    const nothing = { measured: null, decidedBy: null, test: null, corrected: false, interval: null, p: null, decisive: null };
    return { ...counts, ...nothing, returning: told, constantMix: { change: null, reason: "withheld" } };
  }
  const measured = minus(is, was);
  const mix = constantMixMean(before, after, scoreOf);
  const same = meanChange(returning);
  const shared = {
    ...counts,
    measured: toNumber(measured),
    returning: { n: returning.n, change: same && toNumber(same), reason: returning.reason },
    constantMix: { change: mix.mean && toNumber(minus(mix.mean, was)), reason: mix.reason },
  };
  if (same !== null) {
    const test = yield* pairedPermutationInSteps(returning.changes!.map(toNumber), seed, TEAM_DRAWS);
    return { ...shared, decisive: same, decidedBy: "returning", test: "paired_permutation", corrected: false, ...test };
  }
  const shrink = { before: finitePopulation(earlier.length, before.people), after: finitePopulation(later.length, after.people) };
  const { interval, p } = welch(earlier.map(toNumber), later.map(toNumber), shrink);
  const corrected = before.people !== null || after.people !== null;
  return { ...shared, decisive: measured, decidedBy: "measured", test: "welch", corrected, interval, p };
}

function judged({ decisive, ...found }: Found, adjusted: number | null): Change {
  // All three or none.
  if (decisive === null || found.interval === null || adjusted === null) {
    const reasons: ChangeReason[] = [];
    if (found.before < SMALLEST_GROUP) reasons.push("too_few_before");
    if (found.after < SMALLEST_GROUP) reasons.push("too_few_after");
    return { ...found, adjusted, verdict: "too_few", reasons };
  }
  const isRise = found.interval.low > 0;
  const isFall = found.interval.high < 0;
  const reasons: ChangeReason[] = [];
  if (!isRise && !isFall) reasons.push("interval_includes_zero");
  if (!reaches(decisive, LEAST_CHANGE) && !reaches(minus(ZERO, decisive), LEAST_CHANGE)) reasons.push("below_five_points");
  if ((isRise || isFall) && adjusted > 0.05) reasons.push("not_after_adjustment");
  return { ...found, adjusted, verdict: reasons.length > 0 ? "no_clear_change" : isRise ? "improved" : "worsened", reasons };
}
