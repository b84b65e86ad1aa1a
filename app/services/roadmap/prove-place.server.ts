import type { Highs } from "highs";
import { checkPlan } from "#app/domain/roadmap/check-plan.ts";
import { startsById } from "#app/domain/roadmap/draft.ts";
import { fixedNumbers, pinsInConflict, type StartList } from "#app/domain/roadmap/pins.ts";
import type { PlanImpossible, PlanRequest } from "#app/domain/roadmap/plan.ts";
import { planModel } from "#app/domain/roadmap/plan-model.ts";
import type { PlanningInstance } from "#app/domain/roadmap/planning-instance.ts";
import { type ProofLimits, provePlan } from "./prove-plan.server.ts";

/**
 * Decides by HiGHS whether there is a place for the pins, where `placePins` gave up: the same program with the pins and
 * what they need alone, and nothing to gain. Returns a place; or what is in conflict, once it is proven that there is
 * none; or `unproven`, the problem as it was, when the limits came first.
 */
export function provePlace(
  highs: Highs,
  request: PlanRequest,
  instance: PlanningInstance,
  unproven: PlanImpossible,
  limits: ProofLimits,
  shouldStop: () => boolean,
): StartList | PlanImpossible {
  const fixed = fixedNumbers(instance);
  const candidates = instance.candidates.map((c, n) => (fixed.has(n) ? c : { ...c, relevant: false }));
  const alone = { ...instance, candidates, items: [], stages: [], limit: null };
  const proof = provePlan(highs, planModel(alone), null, limits, { shouldStop, onBetter: () => undefined, onBound: () => undefined });
  if (proof.isInfeasible) return pinsInConflict(instance);
  const { starts } = proof;
  return starts && checkPlan(request, startsById(instance, starts)).length === 0 ? starts : unproven;
}
