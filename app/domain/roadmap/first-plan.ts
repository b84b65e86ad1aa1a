import { describePlan } from "./describe-plan.ts";
import { finishPlan } from "./finish-plan.ts";
import { greedyPlan } from "./greedy.ts";
import { placePins } from "./pins.ts";
import type { PlanOutcome, PlanRequest } from "./plan.ts";
import { endlessCapacityBound } from "./plan-bound.ts";
import { isImpossible, preparePlanning } from "./planning-instance.ts";

/**
 * The plan to show at once: greedy by gain per person-week, with the bound of endless capacity. A few milliseconds for
 * 40 initiatives over 8 quarters. `feasible` with stoppedBy `not-proven-yet`, or `optimal` when even endless capacity
 * could not do better; `impossible` with the reasons when the request cannot be planned. Without robustness.
 */
export function firstPlan(request: PlanRequest): PlanOutcome {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) return instance;
  const pinned = placePins(instance);
  if ("status" in pinned) return pinned;
  const starts = finishPlan(instance, greedyPlan(instance, pinned));
  return describePlan(instance, starts, { raisedBound: endlessCapacityBound(instance), stoppedBy: "not-proven-yet" });
}
