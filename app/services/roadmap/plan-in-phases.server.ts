import type { Highs } from "highs";
import { checkPlan } from "#app/domain/roadmap/check-plan.ts";
import { describePlan, idleOf } from "#app/domain/roadmap/describe-plan.ts";
import { raisedBy, startsById } from "#app/domain/roadmap/draft.ts";
import { finishPlan } from "#app/domain/roadmap/finish-plan.ts";
import { greedyPlan, OBJECTIVE_TOLERANCE } from "#app/domain/roadmap/greedy.ts";
import { repeatedSearch } from "#app/domain/roadmap/local-search.ts";
import { marginsOf } from "#app/domain/roadmap/margins.ts";
import { placePins, type StartList } from "#app/domain/roadmap/pins.ts";
import { gapOf, isUnproven, type PlanOutcome, type PlanPhase, type PlanProgress, type PlanRequest, type StoppedBy } from "#app/domain/roadmap/plan.ts";
import { endlessCapacityBound } from "#app/domain/roadmap/plan-bound.ts";
import { planModel } from "#app/domain/roadmap/plan-model.ts";
import { isImpossible, preparePlanning } from "#app/domain/roadmap/planning-instance.ts";
import { robustnessOf } from "#app/domain/roadmap/robustness.ts";
import type { PlanLimits } from "./plan-messages.server.ts";
import { provePlace } from "./prove-place.server.ts";
import { provePlan } from "./prove-plan.server.ts";

export type PlanHooks = {
  readonly onProgress: (progress: PlanProgress) => void;
  /** The best plan so far, without robustness: after the greedy, the search and the proof. */
  readonly onPlan: (outcome: PlanOutcome) => void;
  readonly shouldStop: () => boolean;
};

/** Of the time limit that the first plan and the searches take at most: hundreds of initiatives would leave none to the proof. */
const SEARCH_SHARE = 0.5;

/**
 * Plans a request: greedy, then local search, then HiGHS begun with the best, then the reruns for robustness, and what more of each pool would bring. Never
 * returns a plan worse than an earlier phase had. Blocks its thread for up to the time limit, the reruns and the margins; `loadHighs`
 * is only called when there is something to prove: the plan, or that the pins have a place.
 */
export async function planInPhases(request: PlanRequest, limits: PlanLimits, loadHighs: () => Promise<Highs>, hooks: PlanHooks): Promise<PlanOutcome> {
  const began = performance.now();
  const instance = preparePlanning(request);
  if (isImpossible(instance)) return instance;
  const { shouldStop } = hooks;
  const proofLimits = () => ({
    timeLimitSeconds: limits.timeLimitSeconds - (performance.now() - began) / 1000,
    nodeLimit: limits.nodeLimit,
    seed: instance.seed,
  });
  let pinned = placePins(instance);
  if ("status" in pinned && isUnproven(pinned)) pinned = provePlace(await loadHighs(), request, instance, pinned, proofLimits(), shouldStop);
  if ("status" in pinned) return pinned;

  let raisedBound = endlessCapacityBound(instance);
  let stoppedBy: StoppedBy = "not-proven-yet";
  let best = finishPlan(instance, greedyPlan(instance, pinned));
  let raised = raisedBy(instance, best);
  const idle = idleOf(instance);
  const report = (phase: PlanPhase) => {
    const [objective, bound] = [idle + raised, idle + Math.max(raised, raisedBound)];
    hooks.onProgress({ phase, objective, bound, gap: gapOf(objective, bound, idle) });
  };
  const take = (starts: StartList) => {
    const its = raisedBy(instance, starts);
    if (its <= raised + OBJECTIVE_TOLERANCE || checkPlan(request, startsById(instance, starts)).length > 0) return;
    best = starts;
    raised = its;
  };
  const describe = () => describePlan(instance, best, { raisedBound, stoppedBy });

  report("greedy");
  hooks.onPlan(describe());

  const isProven = () => raised >= raisedBound - OBJECTIVE_TOLERANCE;
  if (!isProven()) {
    const isLate = () => performance.now() - began > SEARCH_SHARE * limits.timeLimitSeconds * 1000;
    const options = { iterations: limits.searchIterations, seed: instance.seed, shouldStop: () => shouldStop() || isLate() };
    take(finishPlan(instance, repeatedSearch(instance, best, options)));
    report("search");
    hooks.onPlan(describe());
  }
  if (!isProven() && !shouldStop()) {
    const highs = await loadHighs();
    const proof = provePlan(highs, planModel(instance), best, proofLimits(), {
      shouldStop,
      onBetter: (starts) => {
        take(starts);
        report("proving");
      },
      onBound: (bound) => {
        raisedBound = Math.min(raisedBound, bound);
        report("proving");
      },
    });
    if (proof.starts) take(proof.starts);
    take(finishPlan(instance, best));
    raisedBound = Math.min(raisedBound, proof.raisedBound);
    stoppedBy = proof.stoppedBy ?? stoppedBy;
    report("proving");
  }
  best = finishPlan(instance, best);
  const outcome = describe();
  hooks.onPlan(outcome);
  if (limits.robustnessRuns > 0 && !shouldStop()) {
    report("robustness");
    outcome.robustness = robustnessOf(instance, best, { runs: limits.robustnessRuns, shouldStop });
  }
  if (limits.marginIterations > 0 && !shouldStop()) {
    report("margins");
    outcome.margins = marginsOf(instance, best, { iterations: limits.marginIterations, shouldStop });
  }
  report("done");
  return outcome;
}
