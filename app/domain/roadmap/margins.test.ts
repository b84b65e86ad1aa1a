import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest, valuedByChance } from "../../../tests/factories/random-plan-request.ts";
import { bestObjective, objectiveOf } from "../../../tests/oracle/plan-oracle.ts";
import { startsById } from "./draft.ts";
import { finishPlan } from "./finish-plan.ts";
import { greedyPlan } from "./greedy.ts";
import type { Initiative } from "./initiative.ts";
import { localSearch } from "./local-search.ts";
import { marginsOf, type MarginOptions } from "./margins.ts";
import { placePins } from "./pins.ts";
import type { Margin, PlanRequest } from "./plan.ts";
import { isImpossible, preparePlanning } from "./planning-instance.ts";
import { evenCapacity } from "./plan-settings.ts";

function marginsFor(request: PlanRequest, options: MarginOptions = {}): { objective: number; margins: Margin[] | null } | null {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) return null;
  const pinned = placePins(instance);
  if ("status" in pinned) return null;
  const starts = finishPlan(instance, localSearch(instance, greedyPlan(instance, pinned), { iterations: 100, seed: 1 }));
  return { objective: objectiveOf(request, startsById(instance, starts)), margins: marginsOf(instance, starts, options) };
}

function withMore({ settings, ...request }: PlanRequest, { pool, quarter }: Margin): PlanRequest {
  const add = (row: readonly number[], more: number) => row.map((amount, index) => (index === quarter - 1 ? amount + more : amount));
  if (pool === "budget") return { ...request, settings: { ...settings, budget: add(settings.budget!, 10_000) } };
  return { ...request, settings: { ...settings, capacity: { ...settings.capacity, [pool]: add(settings.capacity[pool]!, 1) } } };
}

/** Half a week to two of each, in one quarter, where there are two: so that one week more can decide. */
function smallWork({ initiatives, settings, ...request }: PlanRequest): PlanRequest {
  const small = initiatives.map((i): Initiative => ({
    ...i,
    quarters: 1,
    effort: Object.fromEntries(Object.entries(i.effort).map(([pool, e]) => [pool, { ...e, likely: 0.5 + ((e!.likely * 2) % 4) / 2 }])),
  }));
  const capacity = evenCapacity(settings.quarters, { people: 2, process: 2, content: 2, technology: 2, kpis: 2 });
  return { ...request, initiatives: small, settings: { ...settings, capacity } };
}

const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
const answers = { a: answered("o0"), b: answered("o0") };
const one = initiative("one", { effort: { people: 2 }, raises: { a: "o1" }, cost: 5000 });
const two = initiative("two", { effort: { people: 2, kpis: 1 }, raises: { b: "o1" } });

describe("marginsOf", () => {
  it("promises no more than the best of all plans with one more has, tried one by one", () => {
    let [asked, exact] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.boolean(), fc.boolean(), (seed, budgeted, target) => {
        const random = smallWork(randomRequest({ initiatives: 4, quarters: 2, items: 8, share: 0.7, budgeted }, seed));
        const request = valuedByChance(random, { target, importance: false, realised: false }, seed);
        const found = marginsFor(request);
        if (!found) return;
        const best = bestObjective(request)!;
        // Only then is the oracle's difference what the figure is about.
        if (found.objective < best - 1e-9) return;
        expect(found.margins).toHaveLength(budgeted ? 12 : 10);
        for (const margin of found.margins!) {
          expect(margin.raises).toBeGreaterThanOrEqual(0);
          if (!margin.isBinding) expect(margin.raises).toBe(0);
          const more = bestObjective(withMore(request, margin))! - best;
          if (margin.raises === 0) continue;
          expect(margin.raises).toBeLessThanOrEqual(more + 1e-6);
          asked++;
          if (margin.raises > more - 1e-6) exact++;
        }
        const raises = found.margins!.map((m) => m.raises);
        expect(raises).toEqual([...raises].sort((a, b) => b - a));
      }),
      { numRuns: 80 },
    );
    expect(asked).toBeGreaterThan(0);
    expect(exact).toBeGreaterThan(asked / 2);
  });

  it("says what binds, and what one more there brings, largest first", () => {
    // Three weeks of people: one of both fits, at 25 points. With one more week both do. KPIs have one week, which "two" needs.
    const request = planRequest(definition, answers, [one, two], { quarters: 1, perQuarter: { people: 3, kpis: 1 } });
    expect(marginsFor(request)!.margins).toEqual([
      { pool: "people", quarter: 1, isBinding: true, raises: 25 },
      { pool: "process", quarter: 1, isBinding: false, raises: 0 },
      { pool: "content", quarter: 1, isBinding: false, raises: 0 },
      { pool: "technology", quarter: 1, isBinding: false, raises: 0 },
      { pool: "kpis", quarter: 1, isBinding: false, raises: 0 },
    ]);
  });

  it("counts money by 10,000 EUR", () => {
    const request = planRequest(definition, answers, [one, two], { quarters: 1, perQuarter: { people: 4, kpis: 1 }, budget: [1000] });
    expect(marginsFor(request)!.margins![0]).toEqual({ pool: "budget", quarter: 1, isBinding: true, raises: 25 });
    const free = planRequest(definition, answers, [one, two], { quarters: 1, perQuarter: { people: 4, kpis: 1 } });
    expect(marginsFor(free)!.margins!.map((m) => m.pool)).not.toContain("budget");
  });

  it("asks also where all is planned, but later than it could be", () => {
    const request = planRequest(definition, answers, [one, two], { quarters: 2, perQuarter: { people: 3, kpis: 1 } });
    // Both fit, one after the other; with one more week in the first quarter both are there from its end on: 25 points once more.
    expect(marginsFor(request)!.margins![0]).toEqual({ pool: "people", quarter: 1, isBinding: true, raises: 25 });
    expect(marginsFor(request)!.margins!.filter((m) => m.isBinding)).toHaveLength(1);
  });

  it("is the same for the same seed, and ends without a result when it is stopped", () => {
    const request = randomRequest({ initiatives: 12, quarters: 3, items: 15, share: 0.4 }, 4);
    expect(marginsFor(request)).toEqual(marginsFor(request));
    let asked = 0;
    expect(marginsFor(request, { shouldStop: () => ++asked > 2 })!.margins).toBeNull();
    expect(asked).toBe(3);
  });
});
