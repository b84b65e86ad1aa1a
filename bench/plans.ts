import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gapOf, type PlanOutcome, type PlanProgress, type PlanRequest, type PlanResult } from "#app/domain/roadmap/plan.ts";
import { createFirstPlanner } from "#app/services/roadmap/plan-first.server.ts";
import { createPlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { randomRequest, type RandomRequestShape } from "../tests/factories/random-plan-request.ts";
import { median, type Report } from "./figure.ts";

const SMALL: RandomRequestShape = { initiatives: 40, quarters: 8, items: 40, share: 0.4 };
const LARGE: RandomRequestShape = { initiatives: 120, quarters: 12, items: 80, share: 0.4 };
const SEEDS = [1, 2, 3, 4, 5];
const WITHIN_SECONDS = 15;
const LARGE_SECONDS = 30;

/** Plans of 40 initiatives over 8 quarters: the first one, and how long the solver needs to come within 1 % of its bound. */
export async function benchPlan(): Promise<Report> {
  const runs = [];
  const first = firstPlans();
  for (const seed of SEEDS) {
    const request = randomRequest(SMALL, seed);
    runs.push({ ...(await first.plan(request)), ...(await solve(request, WITHIN_SECONDS)) });
  }
  await first.close();
  const withinTime = runs.flatMap((run) => run.withinOnePercent ?? []);
  return {
    figures: [
      { what: "first plan, median", value: median(runs.map((r) => r.firstMs)), unit: "ms", reach: { atMost: 50 } },
      { what: "first plan, slowest: the first of its thread", value: Math.max(...runs.map((r) => r.firstMs)), unit: "ms", reach: null },
      { what: `plans within 1 % of the bound in ${WITHIN_SECONDS} s`, value: withinTime.length, unit: `of ${SEEDS.length}`, reach: { atLeast: SEEDS.length } },
      ...(withinTime.length > 0 ? [{ what: "time until then, median of those", value: median(withinTime), unit: "s", reach: null }] : []),
      { what: "largest gap to the bound then", value: 100 * Math.max(...runs.map((r) => r.plan.gap)), unit: "%", reach: null },
      { what: "the same, relative to the bound itself", value: 100 * Math.max(...runs.map((r) => distance(r.plan))), unit: "%", reach: null },
      { what: "smallest advantage over greedy", value: Math.min(...runs.map((r) => r.plan.objective - r.greedy.objective)), unit: "", reach: { atLeast: 0 } },
      { what: "largest step back during a search", value: Math.max(...runs.map((r) => r.stepBack)), unit: "", reach: { atMost: 0 } },
    ],
    notes: [
      `${SEEDS.length} invented requests. The gap is the product's own, the share of the possible improvement that is not proven reached.`,
      "Advantage and step back in points x quarters. The built worker, without the reruns for robustness and the margins.",
    ],
  };
}

/** A plan of 120 initiatives over 12 quarters, and what its computing does to the thread that serves pages. */
export async function benchPlanLarge(): Promise<Report> {
  const request = randomRequest(LARGE, 1);
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const first = firstPlans();
  const { greedy, firstMs } = await first.plan(request);
  await first.close();
  const { plan } = await solve(request, LARGE_SECONDS);
  delays.disable();
  return {
    figures: [
      { what: `gap to the bound after ${LARGE_SECONDS} s`, value: 100 * plan.gap, unit: "%", reach: { atMost: 10 } },
      { what: "the same, relative to the bound itself", value: 100 * distance(plan), unit: "%", reach: null },
      { what: "event loop delay of the main thread meanwhile, p99", value: delays.percentile(99) / 1e6, unit: "ms", reach: { atMost: 50 } },
      { what: "the same, longest", value: delays.max / 1e6, unit: "ms", reach: null },
      { what: "first plan, on a thread of its own that has just begun", value: firstMs, unit: "ms", reach: null },
      { what: "gap of the first plan to that bound", value: 100 * gapOf(greedy.objective, plan.bound, plan.idle), unit: "%", reach: null },
    ],
    notes: ["One invented request, the built worker on a thread beside the one that is watched, without the reruns for robustness and the margins."],
  };
}

/** First plans as pages ask for them, of a thread that has been started before. */
function firstPlans() {
  const planner = createFirstPlanner({ workerFile: path.resolve("build/worker/first-plan-worker.js") });
  planner.start();
  return {
    close: planner.close,
    async plan(request: PlanRequest): Promise<{ greedy: PlanResult; firstMs: number }> {
      const begun = performance.now();
      const greedy = planned(await planner.plan(request, new AbortController().signal));
      return { greedy, firstMs: performance.now() - begun };
    },
  };
}

type Solved = { plan: PlanResult; withinOnePercent: number | null; stepBack: number };

/** Solves in a fresh worker, as the first plan after a start is; `withinOnePercent` is null when it never came to that. */
async function solve(request: PlanRequest, seconds: number): Promise<Solved> {
  const solver = createPlanSolver({
    workerFile: path.resolve("build/worker/plan-worker.js"),
    timeLimitSeconds: seconds,
    robustnessRuns: 0,
    marginIterations: 0,
    nodeLimit: 2 ** 30,
  });
  const begun = performance.now();
  let withinOnePercent: number | null = null;
  let stepBack = 0;
  let best = -Infinity;
  const onProgress = ({ gap, objective }: PlanProgress) => {
    if (gap <= 0.01) withinOnePercent ??= (performance.now() - begun) / 1000;
    stepBack = Math.max(stepBack, best - objective);
    best = Math.max(best, objective);
  };
  try {
    return { plan: planned(await solver.solve(request, { onProgress })), withinOnePercent, stepBack };
  } finally {
    await solver.close();
  }
}

/** Milder than the product's gap: the idle score counts as reached. */
function distance({ objective, bound }: { objective: number; bound: number }): number {
  return (bound - objective) / bound;
}

function planned(outcome: PlanOutcome): PlanResult {
  if (outcome.status === "impossible") throw new Error(outcome.problems.map((p) => p.message).join(" "));
  return outcome;
}
