import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { evenCapacity, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { createPlanDesk } from "#app/services/roadmap/plan-desk.server.ts";
import { createFirstPlanner, type FirstPlanner } from "#app/services/roadmap/plan-first.server.ts";
import { createPlanSolver, type PlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { pairsRequest } from "../factories/plan-request.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const log = pino({ level: "silent" });
const LONG = 60_000;
const WORKER = path.resolve("build/worker/plan-worker.js");
const FIRST_WORKER = path.resolve("build/worker/first-plan-worker.js");

function requestFor(slug: string, seed = 1): PlanRequest {
  const { definition, example } = catalog.assessmentBySlug.get(slug)!;
  const capacity = evenCapacity(3, { people: 3, process: 3, content: 3, technology: 3, kpis: 3 });
  return {
    assessments: [{ definition, answers: example.answers }],
    initiatives: catalog.initiatives,
    settings: planSettingsSchema.parse({ quarters: 3, capacity, seed }),
  };
}

const databases = await testDatabases();

describe.each(databases)("the plan desk on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let places: string;
  const planners: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    database = await open();
    places = mkdtempSync(path.join(tmpdir(), "pinhigh-desk-"));
  });
  afterEach(async () => {
    await Promise.all(planners.splice(0).map((planner) => planner.close()));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(places, { recursive: true, force: true });
  });

  /** A desk as at a start, and how often its threads were asked. */
  function deskOf(workerFile = WORKER, firstWorkerFile = FIRST_WORKER) {
    const solver = createPlanSolver({ workerFile, robustnessRuns: 5 });
    const planner = createFirstPlanner({ workerFile: firstWorkerFile });
    planners.push(solver, planner);
    const asked = { times: 0, first: 0 };
    const first: FirstPlanner = {
      ...planner,
      plan: (request, signal) => {
        asked.first += 1;
        return planner.plan(request, signal);
      },
    };
    const counted: PlanSolver = {
      ...solver,
      solve: (request, options) => {
        asked.times += 1;
        return solver.solve(request, options);
      },
    };
    return { desk: createPlanDesk({ first, solver: counted, db: database.client, log }), solver, asked };
  }

  it("computes the same request once, stores it, and finds it again after a restart", async () => {
    const request = requestFor("martech-stack");
    const { desk, solver, asked } = deskOf();
    const states = await Promise.all(Array.from({ length: 10 }, () => desk.ask(request, LONG)));
    expect(asked).toEqual({ times: 1, first: 1 });
    const [state] = states;
    expect(state).toMatchObject({ finished: true, outcome: { status: "optimal" } });
    expect(states.every((s) => s.hash === state!.hash && JSON.stringify(s.outcome) === JSON.stringify(state!.outcome))).toBe(true);
    expect((await desk.ask(structuredClone(request), LONG)).outcome).toEqual(state!.outcome);
    expect(asked.times).toBe(1);
    await solver.close();

    const later = deskOf();
    expect(await later.desk.ask(request, 0)).toMatchObject({ hash: state!.hash, finished: true });
    expect((await later.desk.look(state!.hash, 0))!.outcome).toEqual(state!.outcome);
    expect(later.asked).toEqual({ times: 0, first: 0 });
    expect(await database.client.plan.count({ where: { requestHash: state!.hash } })).toBe(1);
  });

  it("takes a request with another wish, answer or seed for another one", async () => {
    const { desk } = deskOf();
    const base = requestFor("martech-stack");
    const [assessed] = base.assessments;
    const others: PlanRequest[] = [
      base,
      requestFor("martech-stack", 2),
      { ...base, settings: { ...base.settings, excluded: [catalog.initiatives[0]!.id] } },
      { ...base, assessments: [{ ...assessed!, answers: { ...assessed!.answers, "lead-management": { state: "not_sure" } } }] },
      { ...base, initiatives: base.initiatives.slice(1) },
    ];
    const hashes = await Promise.all(others.map((request) => desk.ask(request, 0).then((state) => state.hash)));
    expect(new Set(hashes).size).toBe(others.length);
  });

  it("goes on where no place was found for the pins at first, and proves that there is one", async () => {
    const request = pairsRequest(12, 12);
    const { desk } = deskOf();
    const first = await desk.ask(request, 0);
    expect(first).toMatchObject({ finished: false, outcome: { status: "impossible", problems: [{ code: "pin-unproven" }] } });
    const later = await desk.look(first.hash, LONG);
    expect(later).toMatchObject({ finished: true, outcome: { status: "optimal" } });
  });

  it("shows the first plan at once, and the finished one to whoever looks again", async () => {
    const request = requestFor("seven-ps");
    const { desk } = deskOf();
    const atOnce = await desk.ask(request, 0);
    const first = firstPlan(request);
    expect(atOnce).toMatchObject({ finished: false, outcome: first });
    const finished = await desk.look(atOnce.hash, LONG);
    expect(finished).toMatchObject({ hash: atOnce.hash, finished: true, outcome: { status: "optimal" } });
    if (first.status === "impossible" || finished!.outcome.status === "impossible") throw new Error("this request can be planned");
    expect(finished!.outcome.objective).toBeGreaterThanOrEqual(first.objective);
  });

  it.each([
    ["at once", "throw new Error('crashed')"],
    ["when it is given work", "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('crashed'); });"],
    ["without a word", "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));"],
  ])("keeps the first plan, and stores nothing, when the planner crashes %s", async (_, code) => {
    const workerFile = path.join(places, `crash-${code.length}.mjs`);
    writeFileSync(workerFile, code);
    const request = requestFor("customer-or-product-centric", code.length);
    const state = await deskOf(workerFile).desk.ask(request, LONG);
    expect(state).toMatchObject({ finished: true, progress: null, outcome: firstPlan(request) });
    expect(await database.client.plan.count({ where: { requestHash: state.hash } })).toBe(0);
    // The next start, with a planner that works, proves it.
    expect((await deskOf().desk.ask(request, LONG)).outcome.status).toBe("optimal");
  });

  it("gives a first plan up when the last who waited for it has left, and begins it anew for the next", async () => {
    const silent = path.join(places, "silent.mjs");
    writeFileSync(silent, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});");
    const { desk, asked } = deskOf(WORKER, silent);
    const request = requestFor("martech-stack", 77);
    const leave = [1, 2, 3].map(() => new AbortController());
    const left = leave.map(({ signal }) => expect(desk.ask(request, LONG, signal)).rejects.toThrow("aborted"));
    await expect.poll(() => asked.first).toBe(1);
    for (const controller of leave) controller.abort();
    await Promise.all(left);
    expect(asked.first).toBe(1);
    await expect(desk.ask(request, LONG, leave[0]!.signal)).rejects.toThrow("aborted");
    expect(asked.first).toBe(1);
    const last = new AbortController();
    const again = expect(desk.ask(request, LONG, last.signal)).rejects.toThrow("aborted");
    await expect.poll(() => asked.first).toBe(2);
    last.abort();
    await again;
    expect(asked.times).toBe(0);
  });

  it("leaves the thread that asks free while many first plans are made", async () => {
    const { desk } = deskOf();
    const assessments = catalog.assessments.map(({ definition, example }) => ({ definition, answers: example.answers }));
    const settings = (weeks: number) => {
      const capacity = evenCapacity(12, { people: weeks, process: weeks, content: weeks, technology: weeks, kpis: weeks });
      return planSettingsSchema.parse({ quarters: 12, capacity });
    };
    let beats = 0;
    let over = false;
    const beat = () => void (over || (beats++, setImmediate(beat)));
    beat();
    const asked = [2, 3, 4, 5, 6, 7].map((weeks) => desk.ask({ assessments, initiatives: catalog.initiatives, settings: settings(weeks) }, 0));
    const states = await Promise.all(asked);
    over = true;
    expect(states.every((state) => state.outcome.status !== "impossible")).toBe(true);
    expect(new Set(states.map((state) => state.hash)).size).toBe(6);
    // Plans made on this thread would let it beat once or twice between one and the next.
    expect(beats).toBeGreaterThan(200);
  });

  it("says at once that a request cannot be planned, and troubles nobody with it", async () => {
    const { desk, asked } = deskOf();
    const base = requestFor("martech-stack");
    const state = await desk.ask({ ...base, settings: { ...base.settings, pinned: { nothing: 1 } } }, LONG);
    expect(state).toMatchObject({ finished: true, outcome: { status: "impossible" } });
    expect(asked.times).toBe(0);
    expect(await desk.look("f".repeat(64), 0)).toBeNull();
  });
});
