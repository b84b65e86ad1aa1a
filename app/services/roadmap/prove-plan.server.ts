import type { Highs, HighsCallbackMap } from "highs";
import type { StoppedBy } from "#app/domain/roadmap/plan.ts";
import type { PlanModel } from "#app/domain/roadmap/plan-model.ts";
import type { StartList } from "#app/domain/roadmap/pins.ts";

export type ProofLimits = {
  readonly timeLimitSeconds: number;
  /** Branch-and-bound nodes; unlike the time it stops every machine at the same plan. */
  readonly nodeLimit: number;
  readonly seed: number;
};

export type ProofHooks = {
  /** Asked every so often while HiGHS works; true ends the search with the best plan so far. */
  readonly shouldStop: () => boolean;
  /** A better plan than the one begun with. */
  readonly onBetter: (starts: StartList) => void;
  /** The bound so far, above today: points x quarters. */
  readonly onBound: (raisedBound: number) => void;
};

export type Proof = {
  /** The best plan HiGHS has, the one begun with included; null when it ended without any. */
  readonly starts: StartList | null;
  /** No plan raises more than this, in points x quarters above today; Infinity when nothing was proven. */
  readonly raisedBound: number;
  readonly stoppedBy: StoppedBy | null;
  /** Proven that there is no plan at all; never when a plan was there to begin with. */
  readonly isInfeasible: boolean;
};

/**
 * HiGHS stops when bound and plan are this close. Costs are scaled so that the largest contribution of one column is
 * LARGEST_COST, so this is less than a millionth of what a plan could raise. Its relative gap is switched off.
 */
const ABSOLUTE_GAP = 1e-6;
const LARGEST_COST = 10;

/**
 * Searches for a proof that `warm` is the best plan, or for a better one, by HiGHS's branch and bound. Blocks the thread
 * until proven or stopped: call it in a worker. The model is always disposed of.
 *
 * @param warm null when no plan is known, and any is wanted
 */
export function provePlan(highs: Highs, model: PlanModel, warm: StartList | null, limits: ProofLimits, hooks: ProofHooks): Proof {
  const { callbackType, modelStatus, objectiveSense, variableType } = highs.constants;
  const largest = model.colCost.reduce((most, cost, column) => Math.max(most, cost * model.colUpper[column]!), 0);
  if (largest === 0 && warm) return { starts: warm, raisedBound: 0, stoppedBy: null, isInfeasible: false };
  const scale = largest === 0 ? 1 : LARGEST_COST / largest;
  return highs.withModel((solver): Proof => {
    solver.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, limits.timeLimitSeconds),
      mip_max_nodes: limits.nodeLimit,
      mip_rel_gap: 0,
      mip_abs_gap: ABSOLUTE_GAP,
      random_seed: limits.seed,
      // Trying branches out is dear beside these small relaxations: two tries of a variable are trusted.
      mip_pscost_minreliable: 2,
      // No two initiatives are alike.
      mip_detect_symmetry: false,
    });
    solver.passModel({
      numCols: model.numCols,
      numRows: model.numRows,
      sense: objectiveSense.maximize,
      colCost: model.colCost.map((cost) => cost * scale),
      colLower: model.colLower,
      colUpper: model.colUpper,
      rowLower: model.rowLower,
      rowUpper: model.rowUpper,
      integrality: Array.from(model.integrality, (i) => (i === 1 ? variableType.integer : variableType.continuous)),
      matrix: {
        format: "csr",
        numRows: model.numRows,
        numCols: model.numCols,
        starts: model.rowStarts,
        indices: model.indices,
        values: model.values,
      },
    });
    if (warm) solver.setSolution({ colValue: model.valuesOf(warm) });
    let bound = Infinity;
    let interrupted = false;
    const callbacks: HighsCallbackMap = {
      [callbackType.mipImprovingSolution](event) {
        if (event.data.mip_solution) hooks.onBetter(model.read(event.data.mip_solution));
        return undefined;
      },
      [callbackType.mipInterrupt](event) {
        const now = (event.data.mip_dual_bound ?? Infinity) / scale;
        if (Number.isFinite(now) && now < bound) hooks.onBound((bound = now));
        if (hooks.shouldStop()) {
          interrupted = true;
          event.interrupt();
        }
        return undefined;
      },
    };
    solver.run(callbacks);
    const status = solver.getModelStatus();
    const dual = Number(solver.info.get("mip_dual_bound")) / scale;
    const has = Number(solver.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible;
    return {
      starts: has ? model.read(Float64Array.from(solver.getSolution().colValue)) : null,
      raisedBound: Number.isFinite(dual) ? Math.min(dual, bound) : bound,
      isInfeasible: status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible,
      stoppedBy: status === modelStatus.optimal ? null : interrupted ? "cancelled" : status === modelStatus.timeLimit ? "time" : "nodes",
    };
  });
}
