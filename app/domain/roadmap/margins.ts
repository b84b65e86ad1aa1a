import { PILLARS } from "../assessment/vocabulary.ts";
import { bindingPlaces, poolOf } from "./binding.ts";
import { raisedBy } from "./draft.ts";
import { finishPlan } from "./finish-plan.ts";
import { OBJECTIVE_TOLERANCE } from "./greedy.ts";
import { localSearch } from "./local-search.ts";
import type { StartList } from "./pins.ts";
import type { Margin } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";

/** What is added to find out what more would bring. */
const ONE_WEEK = 1;
export const ONE_SUM = 10_000;
/** Iterations of local search for one margin of a plan with 40 initiatives; fewer in larger ones, to keep the time. */
const MARGIN_ITERATIONS = 150;

export type MarginOptions = { readonly iterations?: number; readonly shouldStop?: () => boolean };

/**
 * What one more person-week of each pool in each quarter, and 10,000 EUR more where money is limited, would raise the
 * objective by at least (points x quarters, never below 0), largest first; ties by pool and quarter.
 *
 * Asked is where the plan is held back, see `bindingPlaces`; elsewhere the figure is 0, unasked. The plan is searched for anew with the addition, from the plan as it stands, by a seeded local search of a fixed length; what
 * the same search finds without any addition is taken off, so that a plan that was not the best does not make weeks look dear.
 *
 * Returns null when `shouldStop` said true before the last search.
 */
export function marginsOf(instance: PlanningInstance, starts: StartList, options: MarginOptions = {}): Margin[] | null {
  const relevant = instance.candidates.filter((c) => c.relevant).length;
  const iterations = Math.max(5, Math.round((40 * (options.iterations ?? MARGIN_ITERATIONS)) / Math.max(40, relevant)));
  const searched = (its: PlanningInstance): number => {
    const begun = finishPlan(its, starts);
    return raisedBy(its, finishPlan(its, localSearch(its, begun, { iterations, seed: its.seed })));
  };
  const binding = bindingPlaces(instance, starts);
  let without: number | null = null;
  const margins: Margin[] = [];
  for (const [resource, row] of instance.capacity.entries()) {
    const pool = poolOf(resource);
    for (const index of row.keys()) {
      const isBinding = binding.some((place) => place.pool === pool && place.quarter === index + 1);
      if (isBinding && options.shouldStop?.()) return null;
      if (isBinding) without ??= searched(instance);
      const raises = isBinding ? searched(withMore(instance, resource, index)) - without! : 0;
      margins.push({ pool, quarter: index + 1, isBinding, raises: raises > OBJECTIVE_TOLERANCE ? raises : 0 });
    }
  }
  // Sorting keeps the order of equals.
  return margins.sort((a, b) => b.raises - a.raises);
}

function withMore(instance: PlanningInstance, resource: number, index: number): PlanningInstance {
  const more = resource < PILLARS.length ? ONE_WEEK : ONE_SUM;
  const capacity = instance.capacity.map((row, r) => (r === resource ? row.map((amount, q) => (q === index ? amount + more : amount)) : row));
  return { ...instance, capacity };
}
