import { overallFraction } from "../scoring/overall-fraction.ts";
import { tally } from "../scoring/tally.ts";
import type { PlanProblem } from "./plan.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { type Projectable, projection } from "./projection.ts";
import { type Raisable, raisable } from "./raisable.ts";

/** What a plan is made for (decision 0028), by the linear form of `raisable.ts`. */
export type Valuation = Raisable & {
  /** The valued score today, 0..100, at most the target. */
  readonly valuedToday: number;
  /** Points that it may rise by and still count, at least 0: from today to the target. Null without a target. */
  readonly limit: number | null;
  /** Whether the valued score is the overall score itself: no target, no importance and no realised share but 1. */
  readonly isPlain: boolean;
};

/**
 * The valued score of these assessments.
 *
 * - Importance multiplies the weight of a dimension; item weights, denominators of dimensions and what is published stay.
 * - A realised share scales every amount that an initiative raises an item, or a practice of one, by.
 * - A target caps what counts in a quarter.
 *
 * @param assessments at least one of them with an overall score
 * @param idOf of an initiative by number
 */
export function valuation(assessments: readonly Projectable[], settings: PlanSettings, idOf: (initiative: number) => string): Valuation {
  const { target } = settings;
  const importance = importanceOf(settings);
  const realised = new Map(Object.entries(settings.realised).filter(([, share]) => share !== 1));
  const weighted = importance.size === 0 ? assessments : assessments.map((a) => weightedBy(a, importance.get(a.slug)));
  const { mean } = projection(weighted, new Set());
  if (mean === null) throw new RangeError("no assessment has a score to value");
  return {
    ...raisable(weighted, (initiative) => realised.get(idOf(initiative)) ?? 1),
    valuedToday: target === null ? mean : Math.min(mean, target),
    limit: target === null ? null : Math.max(0, target - mean),
    isPlain: target === null && importance.size === 0 && realised.size === 0,
  };
}

/** Names in the importance that stand for nothing, and assessments in which it leaves nothing to value. */
export function importanceProblems(assessments: readonly Projectable[], settings: PlanSettings): PlanProblem[] {
  const importance = importanceOf(settings);
  const unknown = Object.entries(settings.importance).flatMap(([slug, given]): PlanProblem[] => {
    const asked = assessments.find((a) => a.slug === slug);
    const problem = (message: string): PlanProblem => ({ code: "unknown-dimension", message, initiatives: [] });
    if (!asked) return [problem(`The importance names "${slug}", which is not among the assessments of this plan.`)];
    const dimensions = new Set(asked.compiled.definition.dimensions.map((d) => d.id));
    return Object.keys(given).flatMap((id) => (dimensions.has(id) ? [] : [problem(`"${slug}" has no dimension "${id}".`)]));
  });
  const unvalued = assessments.filter((a) => isScored(a) && !isScored(weightedBy(a, importance.get(a.slug))));
  return [
    ...unknown,
    ...[...new Set(unvalued.map((a) => a.slug))].map((slug): PlanProblem => {
      const message = `Every dimension of "${slug}" that has a score has the importance 0: give at least one of them more.`;
      return { code: "no-importance", message, initiatives: [] };
    }),
  ];
}

/** By assessment, what is other than 1. */
function importanceOf({ importance }: PlanSettings): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const byAssessment = Object.entries(importance).map(([slug, given]) => [slug, new Map(Object.entries(given).filter(([, times]) => times !== 1))] as const);
  return new Map(byAssessment.filter(([, times]) => times.size > 0));
}

/** Weights stay whole numbers: importance comes in halves, so each is doubled first, which changes no score. */
function weightedBy(assessment: Projectable, importance: ReadonlyMap<string, number> | undefined): Projectable {
  if (!importance) return assessment;
  const { compiled } = assessment;
  const { dimensions } = compiled.definition;
  const dimensionWeights = compiled.dimensionWeights.map((weight, d) => weight * 2 * (importance.get(dimensions[d]!.id) ?? 1));
  return { ...assessment, compiled: { ...compiled, dimensionWeights } };
}

function isScored({ compiled, answers }: Projectable): boolean {
  return overallFraction(compiled, tally(compiled, answers).dimensions) !== null;
}
