import type { PlanOutcome, PlanRequest } from "#app/domain/roadmap/plan.ts";
import { createPlanSolver, PlannerBusyError } from "./solve-plan.server.ts";

/**
 * What may be under way at once, in assessments to be planned and initiatives pinned: what a first plan costs grows with
 * both. A hall of people with one result each, or eight portfolios of sixteen; the last of them waits a few seconds on a slow
 * machine. Pinning a hundred initiatives can cost seconds by itself.
 */
const MOST_UNDER_WAY = 128;
/** A first plan takes milliseconds to a few seconds; this only keeps a request from hanging. */
const TIME_LIMIT_SECONDS = 25;
/** Without a solver a thread's memory does not grow; it is replaced so that content it no longer needs goes. */
const PLANS_PER_THREAD = 10_000;

export type FirstPlanner = {
  /** Starts the thread, so that the first plan need not wait for it. */
  start(): void;
  /**
   * The plan to show at once, see `firstPlan`, made on a thread of its own. Aborting costs nothing further when it has
   * not been begun.
   *
   * @throws PlannerBusyError when too much is under way; the signal's reason when aborted; PlannerCrashError when the
   *   thread ended; PlannerClosedError when this is closed
   */
  plan(request: PlanRequest, signal: AbortSignal): Promise<PlanOutcome>;
  close(): Promise<void>;
};

/** @param workerFile the bundled `first-plan-worker.ts`, absolute */
export function createFirstPlanner({ workerFile }: { workerFile: string }): FirstPlanner {
  const { solve, start, close } = createPlanSolver({
    workerFile,
    maxWaiting: Infinity,
    timeLimitSeconds: TIME_LIMIT_SECONDS,
    graceSeconds: 0,
    plansPerThread: PLANS_PER_THREAD,
  });
  let underWay = 0;
  return {
    start,
    close,
    async plan(request, signal) {
      const cost = request.assessments.length + Object.keys(request.settings.pinned).length;
      // Whatever it costs, one alone is always made.
      if (underWay > 0 && underWay + cost > MOST_UNDER_WAY) throw new PlannerBusyError("too many first plans are under way");
      underWay += cost;
      try {
        return await solve(request, { signal });
      } finally {
        underWay -= cost;
      }
    },
  };
}
