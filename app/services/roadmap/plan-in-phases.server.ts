import type { Highs } from "highs";
import { checkPlan } from "#app/domain/roadmap/check-plan.ts";
import { describePlan } from "#app/domain/roadmap/describe-plan.ts";
import { raisedBy } from "#app/domain/roadmap/draft.ts";
import { finishPlan } from "#app/domain/roadmap/finish-plan.ts";
import { greedyPlan, OBJECTIVE_TOLERANCE } from "#app/domain/roadmap/greedy.ts";
import { localSearch } from "#app/domain/roadmap/local-search.ts";
import { placePins, type StartList } from "#app/domain/roadmap/pins.ts";
import { gapOf, type PlanOutcome, type PlanPhase, type PlanProgress, type PlanRequest, type StoppedBy } from "#app/domain/roadmap/plan.ts";
import { endlessCapacityBound } from "#app/domain/roadmap/plan-bound.ts";
import { planModel } from "#app/domain/roadmap/plan-model.ts";
import { isImpossible, type PlanningInstance, preparePlanning } from "#app/domain/roadmap/planning-instance.ts";
import { robustnessOf } from "#app/domain/roadmap/robustness.ts";
import type { PlanLimits } from "./plan-messages.server.ts";
import { provePlan } from "./prove-plan.server.ts";

export type PlanHooks = {
  readonly onProgress: (progress: PlanProgress) => void;
  /** The best plan so far, without robustness: after the greedy, the search and the proof. */
  readonly onPlan: (outcome: PlanOutcome) => void;
  readonly shouldStop: () => boolean;
};

/**
 * Plans a request: greedy, then local search, then HiGHS begun with the best, then the reruns for robustness. Never
 * returns a plan worse than an earlier phase had. Blocks its thread for up to the time limit and the reruns; `loadHighs`
 * is only called when there is something left to prove.
 */
export async function planInPhases(request: PlanRequest, limits: PlanLimits, loadHighs: () => Promise<Highs>, hooks: PlanHooks): Promise<PlanOutcome> {
  const began = performance.now();
  const instance = preparePlanning(request);
  if (isImpossible(instance)) return instance;
  const pinned = placePins(instance);
  if ("status" in pinned) return pinned;

  let raisedBound = endlessCapacityBound(instance);
  let stoppedBy: StoppedBy = "not-proven-yet";
  let best = finishPlan(instance, greedyPlan(instance, pinned));
  let raised = raisedBy(instance, best);
  const idle = instance.weights.reduce((sum, weight) => sum + weight * instance.today, 0);
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
  const { shouldStop } = hooks;

  report("greedy");
  hooks.onPlan(describe());

  const isProven = () => raised >= raisedBound - OBJECTIVE_TOLERANCE;
  if (!isProven()) {
    take(finishPlan(instance, localSearch(instance, best, { iterations: limits.searchIterations, seed: instance.seed, shouldStop })));
    report("search");
    hooks.onPlan(describe());
  }
  if (!isProven() && !shouldStop()) {
    const highs = await loadHighs();
    const timeLimitSeconds = limits.timeLimitSeconds - (performance.now() - began) / 1000;
    const proofLimits = { timeLimitSeconds, nodeLimit: limits.nodeLimit, seed: instance.seed };
    const proof = provePlan(highs, planModel(instance), best, proofLimits, {
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
  report("done");
  return outcome;
}

function startsById(instance: PlanningInstance, starts: StartList): Record<string, number> {
  return Object.fromEntries(instance.candidates.flatMap((c, n) => (starts[n] ? [[c.id, starts[n]]] : [])));
}
