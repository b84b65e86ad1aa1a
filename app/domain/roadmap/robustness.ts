import { seededRandom } from "../scoring/seeded-random.ts";
import { finishPlan } from "./finish-plan.ts";
import { greedyPlan } from "./greedy.ts";
import { localSearch } from "./local-search.ts";
import { fixedNumbers, type StartList } from "./pins.ts";
import type { Robustness } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";

export const ROBUSTNESS_RUNS = 200;
export const ROBUSTNESS_SPREAD = 0.3;
/** Iterations of local search in each rerun of a plan with 40 initiatives; fewer in larger ones, to keep the time. */
const ITERATIONS_OF_40 = 40;

export type RobustnessOptions = { readonly runs?: number; readonly shouldStop?: () => boolean };

/**
 * How sure a place in the plan is (method, section 8): the share of reruns that have each initiative when the effort
 * and the gain of every initiative are multiplied by independent factors, uniform from 0.7 to 1.3 (seeded by the
 * request). A rerun is planned by greedy and local search. Pins, and what they need, stay where `starts` has them,
 * whatever they turn out to cost.
 *
 * Returns null when `shouldStop` said true before the last rerun.
 */
export function robustnessOf(instance: PlanningInstance, starts: StartList, options: RobustnessOptions = {}): Robustness | null {
  const runs = options.runs ?? ROBUSTNESS_RUNS;
  const random = seededRandom(instance.seed);
  const fixed = fixedNumbers(instance);
  const pinned = starts.map((start, n) => (fixed.has(n) ? start : 0));
  const relevant = instance.candidates.filter((c) => c.relevant).length;
  const iterations = Math.max(5, Math.round((40 * ITERATIONS_OF_40) / Math.max(40, relevant)));
  const counts = instance.candidates.map(() => 0);
  for (let run = 0; run < runs; run++) {
    if (options.shouldStop?.()) return null;
    const varied = vary(instance, random);
    const greedy = greedyPlan(varied, pinned);
    const found = finishPlan(varied, localSearch(varied, greedy, { iterations, seed: instance.seed + run }));
    found.forEach((start, n) => {
      if (start !== 0) counts[n]! += 1;
    });
  }
  return {
    runs,
    seed: instance.seed,
    spread: ROBUSTNESS_SPREAD,
    shares: Object.fromEntries(instance.candidates.map((c, n) => [c.id, counts[n]! / runs])),
  };
}

/** The same instance with every effort, cost and gain scaled by chance; an item still cannot be raised above its cap. */
function vary(instance: PlanningInstance, random: () => number): PlanningInstance {
  const factor = () => 1 - ROBUSTNESS_SPREAD + 2 * ROBUSTNESS_SPREAD * random();
  const efforts = instance.candidates.map(factor);
  const gains = instance.candidates.map(factor);
  return {
    ...instance,
    candidates: instance.candidates.map((c, n) => ({
      ...c,
      personWeeks: c.personWeeks * efforts[n]!,
      load: c.load.map((amount) => amount * efforts[n]!),
    })),
    items: instance.items.map((item) => ({
      ...item,
      parts: item.parts.map((part) => part.map((r) => ({ ...r, amount: r.amount * gains[r.initiative]! }))),
    })),
  };
}
