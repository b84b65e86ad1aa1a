import { randomUUID } from "node:crypto";
import loadHighs, { type Highs } from "highs";
import pino from "pino";
import { expect } from "vitest";
import type { WishesEntered } from "#app/domain/scenarios/wishes-form.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { planInPhases } from "#app/services/roadmap/plan-in-phases.server.ts";
import type { PlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { makeScenario } from "#app/services/scenarios/make-scenario.server.ts";
import { planScenarios } from "#app/services/scenarios/plan-scenarios.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "./answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "./catalogue-stage.ts";

const log = pino({ level: "silent" });
/** The moment at which the tests of scenarios happen. */
export const now = new Date("2026-11-30T10:00:00Z");
export const LIMITS = { timeLimitSeconds: 20, nodeLimit: 200, searchIterations: 60, robustnessRuns: 5, marginIterations: 5 };

let loaded: Promise<Highs> | undefined;
export const highs = () => (loaded ??= loadHighs());
/** The planner of the product, on this thread. */
const solver: Pick<PlanSolver, "solve"> = {
  solve: (request, options = {}) =>
    planInPhases(request, LIMITS, highs, {
      onProgress: options.onProgress ?? (() => undefined),
      onPlan: options.onPlan ?? (() => undefined),
      shouldStop: () => options.signal?.aborted === true,
    }),
};

/** The catalogue in a database, and what is done to scenarios there over and over. */
export function scenarioStage(open: () => Promise<OpenDatabase & { drop(): Promise<void> }>) {
  const { db } = catalogueStage(open);
  const planAll = (by = solver, signal = new AbortController().signal) => planScenarios({ db: db(), solver: by, log, signal });

  async function publishedFor(access: Access, people = 6, period = "2026-Q3", assessment = quiz) {
    const cycle = await makeAnsweredCycle(db(), access, assessment, catalog, { people: peopleFrom(1, people, [{ strength: 0.4 }]), period });
    await publishResult(db(), { organizationId: access.organization.id, cycleId: cycle }, { compute: computeInSteps });
    return cycle;
  }
  const wishesOf = (cycle: string, more: Partial<WishesEntered["wishes"]> = {}): WishesEntered["wishes"] => {
    const weeks = [3, 3];
    return {
      basis: [{ assessment: quiz.definition.slug, cycle, number: 1 }],
      ...{ quarters: 2, capacity: { people: weeks, process: weeks, content: weeks, technology: weeks, kpis: weeks }, budget: null },
      ...{ target: { kind: "furthest" }, importance: {}, pinned: {}, excluded: [], usesLedger: false, ...more },
    };
  };
  async function made(access: Access, wishes: WishesEntered["wishes"], name = "As it is") {
    const once = randomUUID();
    expect(await makeScenario(db(), access, { once, name, firstQuarter: "2027-Q1", wishes }, now)).toEqual({ kind: "made", id: once });
    return once;
  }
  const planOf = async (access: Access, id: string) => {
    const { outcome } = (await readScenario(db(), access, id))!;
    if (!outcome || outcome.status === "impossible") throw new Error("there is no plan");
    return outcome;
  };
  return { db, planAll, publishedFor, wishesOf, made, planOf };
}
