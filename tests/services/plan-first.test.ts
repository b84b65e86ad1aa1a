import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { evenCapacity, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { createFirstPlanner, type FirstPlanner } from "#app/services/roadmap/plan-first.server.ts";
import { PlannerBusyError, PlannerClosedError } from "#app/services/roadmap/solve-plan.server.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const ALL = catalog.assessments.length;
const NEVER = new AbortController().signal;

function requestFor(assessments: number, seed: number, pinned: Record<string, "any"> = {}): PlanRequest {
  const capacity = evenCapacity(4, { people: 3, process: 3, content: 3, technology: 3, kpis: 3 });
  return {
    assessments: catalog.assessments.slice(0, assessments).map(({ definition, example }) => ({ definition, answers: example.answers })),
    initiatives: catalog.initiatives,
    settings: planSettingsSchema.parse({ quarters: 4, capacity, seed, pinned }),
  };
}

const open: FirstPlanner[] = [];
afterEach(() => Promise.all(open.splice(0).map((planner) => planner.close())));

function planner(): FirstPlanner {
  const created = createFirstPlanner({ workerFile: path.resolve("build/worker/first-plan-worker.js") });
  open.push(created);
  return created;
}

describe("first plans on a thread", () => {
  it("are those of this thread, whatever has been sent before", async () => {
    const { plan, start } = planner();
    start();
    for (const request of [requestFor(1, 1), requestFor(3, 1), requestFor(1, 2), { ...requestFor(2, 1), initiatives: catalog.initiatives.slice(5) }]) {
      expect(await plan(request, NEVER)).toEqual(firstPlan(request));
      expect(await plan(structuredClone(request), NEVER)).toEqual(firstPlan(request));
    }
    expect(await plan(requestFor(1, 1, { nobody: "any" }), NEVER)).toMatchObject({ status: "impossible" });
  });

  it("are refused when too much is under way, and made again when there is room", async () => {
    const { plan } = planner();
    const fit = Math.floor(128 / ALL);
    const asked = Array.from({ length: fit }, (_, seed) => plan(requestFor(ALL, seed), NEVER));
    await expect(plan(requestFor(ALL, fit), NEVER)).rejects.toThrow(PlannerBusyError);
    const outcomes = await Promise.all(asked);
    expect(outcomes.every((outcome) => outcome.status !== "impossible")).toBe(true);
    expect(await plan(requestFor(1, 1), NEVER)).toEqual(firstPlan(requestFor(1, 1)));
  });

  it("that cost more than all that may be under way are made alone", async () => {
    const { plan } = planner();
    const pinned = Object.fromEntries(catalog.initiatives.map((i) => [i.id, "any" as const]));
    const large = plan(requestFor(1, 1, pinned), NEVER);
    await expect(plan(requestFor(1, 1), NEVER)).rejects.toThrow(PlannerBusyError);
    expect(await large).toMatchObject({ status: "impossible" });
    expect(await plan(requestFor(1, 1), NEVER)).toMatchObject({ status: expect.stringMatching(/optimal|feasible/) as string });
  });

  it("that nobody waits for any longer leave their place to others", async () => {
    const { plan } = planner();
    const controller = new AbortController();
    const asked = Array.from({ length: Math.floor(128 / ALL) }, (_, seed) => plan(requestFor(ALL, seed), controller.signal));
    const dropped = asked.map((asking) => expect(asking).rejects.toThrow("aborted"));
    controller.abort();
    await Promise.all(dropped);
    expect(await plan(requestFor(1, 1), NEVER)).toEqual(firstPlan(requestFor(1, 1)));
  });

  it("are refused once it is closed", async () => {
    const { plan, close } = planner();
    const running = expect(plan(requestFor(ALL, 1), NEVER)).rejects.toThrow(PlannerClosedError);
    await close();
    await running;
    await expect(plan(requestFor(1, 1), NEVER)).rejects.toThrow(PlannerClosedError);
  });

  it("are not in what the server's own thread runs", () => {
    const holders = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".js") && /function (preparePlanning|fillGreedily|placePins)\b/.test(readFileSync(path.join(folder, name), "utf8")))
        .sort();
    expect(holders("build/worker")).toEqual(["first-plan-worker.js", "plan-worker.js"]);
    expect(holders("build/server")).toEqual([]);
  });
});
