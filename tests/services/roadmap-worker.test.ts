import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkPlan } from "#app/domain/roadmap/check-plan.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanOutcome, PlanProgress, PlanResult } from "#app/domain/roadmap/plan.ts";
import { createPlanSolver, PlannerBusyError, PlannerCrashError, type PlanSolver, type PlanSolverSettings } from "#app/services/roadmap/solve-plan.server.ts";
import { randomRequest } from "../factories/random-plan-request.ts";

let directory: string;
let workerFile: string;
const open: PlanSolver[] = [];

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "plan-worker-"));
  workerFile = path.join(directory, "plan-worker.mjs");
  const entryPoints = ["app/services/roadmap/plan-worker.ts"];
  await build({ entryPoints, outfile: workerFile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
});
afterEach(() => Promise.all(open.splice(0).map((solver) => solver.close())));
afterAll(() => rmSync(directory, { recursive: true }));

function solver(settings: Partial<PlanSolverSettings> = {}): PlanSolver {
  const created = createPlanSolver({ workerFile, timeLimitSeconds: 20, searchIterations: 200, robustnessRuns: 5, ...settings });
  open.push(created);
  return created;
}

/** A worker that does as it is told, in place of the real one. */
function standIn(onMessage: string): string {
  const file = path.join(directory, `stand-in-${Math.random()}.mjs`);
  writeFileSync(file, `import { parentPort } from "node:worker_threads";\nparentPort.on("message", (job) => { ${onMessage} });\n`);
  return file;
}

const small = randomRequest({ initiatives: 14, quarters: 4, items: 18, share: 0.5 }, 11);
const large = randomRequest({ initiatives: 120, quarters: 12, items: 60, share: 0.5 }, 1);

function result(outcome: PlanOutcome): PlanResult {
  if (outcome.status === "impossible") throw new Error(outcome.problems[0]?.message);
  return outcome;
}

describe("createPlanSolver", () => {
  it("plans in a thread: first plan, progress by phase, proof, robustness; the same again for the same request", async () => {
    const planner = solver();
    const progress: PlanProgress[] = [];
    const plans: PlanOutcome[] = [];
    const plan = result(await planner.solve(small, { onProgress: (p) => progress.push(p), onPlan: (p) => plans.push(p) }));
    expect(plan.status).toBe("optimal");
    expect(plan.robustness?.runs).toBe(5);
    expect(checkPlan(small, Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter])))).toEqual([]);
    expect(plans[0]).toEqual(firstPlan(small));
    expect([...new Set(progress.map((p) => p.phase))]).toEqual(["greedy", "search", "proving", "robustness", "margins", "done"]);
    progress.slice(1).forEach((p, i) => {
      expect(p.objective).toBeGreaterThanOrEqual(progress[i]!.objective);
      expect(p.bound).toBeLessThanOrEqual(progress[i]!.bound);
    });
    expect(await planner.solve(small)).toEqual(plan);
  });

  it("says what is impossible", async () => {
    const settings = { ...small.settings, pinned: { nobody: 1 } };
    expect(await solver().solve({ ...small, settings })).toMatchObject({ status: "impossible" });
  });

  it("stops HiGHS when the signal says so, and goes on with the next request", async () => {
    const planner = solver();
    const controller = new AbortController();
    const onProgress = (p: PlanProgress) => p.phase === "proving" && controller.abort();
    await expect(planner.solve(large, { signal: controller.signal, onProgress })).rejects.toThrow("aborted");
    expect(result(await planner.solve(small)).status).toBe("optimal");
    await expect(planner.solve(small, { signal: controller.signal })).rejects.toThrow("aborted");
  });

  it("lets a limited number wait, drops those that are aborted, and refuses more", async () => {
    const planner = solver({ maxWaiting: 1 });
    const controller = new AbortController();
    const first = planner.solve(small);
    const dropped = planner.solve(large, { signal: controller.signal });
    await expect(planner.solve(small)).rejects.toThrow(PlannerBusyError);
    controller.abort();
    await expect(dropped).rejects.toThrow("aborted");
    const last = planner.solve(small);
    expect(await last).toEqual(await first);
  });

  it("hands out the best plan reported before a crash, and rejects when there was none", async () => {
    const best = firstPlan(large);
    const crashing = standIn(`
      if (job.request.settings.seed === 1) {
        parentPort.postMessage({ type: "plan", job: job.job, outcome: ${JSON.stringify(best)} });
        setTimeout(() => { throw new Error("out of memory"); }, 50);
      } else process.exit(3);`);
    const planner = solver({ workerFile: crashing });
    expect(await planner.solve(large)).toEqual({ ...result(best), stoppedBy: "crash" });
    await expect(planner.solve(small)).rejects.toThrow(PlannerCrashError);
    expect(await planner.solve(large)).toMatchObject({ status: "feasible" });
  });

  it("replaces a thread after so many plans, also while others wait", async () => {
    const counting = standIn(`
      globalThis.plans = (globalThis.plans ?? 0) + 1;
      parentPort.postMessage({ type: "finished", job: job.job, outcome: { status: "impossible", problems: [{ code: "no-score", message: String(globalThis.plans), initiatives: [] }] } });`);
    const planner = solver({ workerFile: counting, plansPerThread: 3 });
    const outcomes = await Promise.all(Array.from({ length: 7 }, () => planner.solve(small)));
    expect(outcomes.map((o) => o.status === "impossible" && o.problems[0]!.message)).toEqual(["1", "2", "3", "1", "2", "3", "1"]);
  });

  it("ends a thread that does not answer in time", async () => {
    const planner = solver({ workerFile: standIn("for (;;) {}"), timeLimitSeconds: 0.1, graceSeconds: 0.2 });
    await expect(planner.solve(small)).rejects.toThrow(PlannerCrashError);
  });

  it("rejects what is running and waiting when it is closed", async () => {
    const planner = solver();
    const ends = [planner.solve(large), planner.solve(small)].map((p) => expect(p).rejects.toThrow("closed"));
    await planner.close();
    await Promise.all(ends);
    await expect(planner.solve(small)).rejects.toThrow("closed");
  });
});
