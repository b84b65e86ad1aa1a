import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { brokenRules, objectiveOf, scoreAfter } from "../../../tests/oracle/plan-oracle.ts";
import { checkPlan } from "./check-plan.ts";
import { raisedBy } from "./draft.ts";
import { finishPlan } from "./finish-plan.ts";
import { firstPlan } from "./first-plan.ts";
import { greedyPlan } from "./greedy.ts";
import { localSearch, repeatedSearch } from "./local-search.ts";
import { placePins, type StartList } from "./pins.ts";
import type { PlanRequest, PlanResult } from "./plan.ts";
import { endlessCapacityBound } from "./plan-bound.ts";
import { isImpossible, type PlanningInstance, preparePlanning } from "./planning-instance.ts";

/** What a random request is made from, with some initiatives pinned and some excluded; small to print when it fails. */
const shapes = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  quarters: fc.integer({ min: 1, max: 6 }),
  share: fc.constantFrom(0.2, 0.5, 0.9),
  budgeted: fc.boolean(),
  pins: fc.array(fc.tuple(fc.nat(13), fc.constantFrom(1, 2, "any" as const)), { maxLength: 2 }),
  excluded: fc.array(fc.nat(13), { maxLength: 2 }),
});

/** Often impossible, as requests may be. */
function requestOf({ pins, excluded, seed, ...shape }: typeof shapes extends fc.Arbitrary<infer Shape> ? Shape : never): PlanRequest {
  const request = randomRequest({ initiatives: 14, items: 15, ...shape, allKinds: seed % 2 === 0, carried: seed % 3 === 0 }, seed);
  const id = (n: number) => request.initiatives[n]!.id;
  const pinned = Object.fromEntries(pins.map(([n, start]) => [id(n), start]));
  return { ...request, settings: { ...request.settings, pinned, excluded: excluded.map(id) } };
}

function planned(request: PlanRequest): PlanResult {
  const outcome = firstPlan(request);
  if (outcome.status === "impossible") throw new Error(outcome.problems[0]?.message);
  return outcome;
}

const startsOf = (plan: PlanResult) => Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter]));
const byId = (instance: PlanningInstance, starts: StartList) =>
  Object.fromEntries(instance.candidates.flatMap((c, n) => (starts[n] ? [[c.id, starts[n]]] : [])));

describe("every plan", () => {
  it("keeps capacity, budget, prerequisites, horizon, pins and exclusions, at every stage", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        const instance = preparePlanning(request);
        if (isImpossible(instance)) return;
        const pinned = placePins(instance);
        if ("status" in pinned) return;
        const greedy = greedyPlan(instance, pinned);
        const found = localSearch(instance, greedy, { iterations: 60, seed: 7 });
        const finished = finishPlan(instance, found);
        for (const starts of [greedy, found, finished]) {
          expect(brokenRules(request, byId(instance, starts))).toEqual([]);
          expect(checkPlan(request, byId(instance, starts))).toEqual([]);
        }
        expect(raisedBy(instance, found)).toBeGreaterThanOrEqual(raisedBy(instance, greedy) - 1e-9);
        expect(raisedBy(instance, finished)).toBeGreaterThanOrEqual(raisedBy(instance, found) - 1e-9);
        expect(endlessCapacityBound(instance)).toBeGreaterThanOrEqual(raisedBy(instance, finished) - 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it("has figures that the oracle gets too, and gains that sum to the whole change", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        const plan = firstPlan(request);
        if (plan.status === "impossible") return;
        expect(plan.objective).toBeCloseTo(objectiveOf(request, startsOf(plan)), 6);
        expect(plan.idle).toBeCloseTo(objectiveOf(request, {}), 6);
        expect(plan.today).toBeCloseTo(scoreAfter(request, []), 9);
        expect(plan.items.reduce((sum, i) => sum + i.gain, 0)).toBeCloseTo(plan.projected.at(-1)! - plan.today, 9);
        plan.projected.forEach((score, q) => expect(score).toBeGreaterThanOrEqual(plan.projected[q - 1] ?? plan.today));
        expect(plan.gap).toBeGreaterThanOrEqual(0);
        expect(plan.gap).toBeLessThanOrEqual(1);
        const ids = [...plan.items, ...plan.notPlanned].map((i) => i.initiative).sort();
        expect(ids).toEqual(request.initiatives.map((i) => i.id).sort());
      }),
      { numRuns: 40 },
    );
  });

  it("is the same for the same request, in whatever order initiatives stand", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        expect(firstPlan({ ...request, initiatives: [...request.initiatives].reverse() })).toEqual(firstPlan(request));
        const instance = preparePlanning(request);
        if (isImpossible(instance)) return;
        const pinned = placePins(instance);
        if ("status" in pinned) return;
        const search = () => localSearch(instance, pinned, { iterations: 20, seed: request.settings.seed });
        expect(search()).toEqual(search());
      }),
      { numRuns: 20 },
    );
  });
});

describe("searches from different seeds", () => {
  it("find on a large instance at least what one of them finds, and more here; the same twice, and within the rules", () => {
    const request = randomRequest({ initiatives: 60, quarters: 12, items: 40, share: 0.4 }, 1);
    const instance = preparePlanning(request);
    if (isImpossible(instance)) throw new Error(instance.status);
    const pinned = placePins(instance);
    if ("status" in pinned) throw new Error(pinned.status);
    const greedy = greedyPlan(instance, pinned);
    const options = { iterations: 30, seed: request.settings.seed };
    const found = repeatedSearch(instance, greedy, options);
    expect(raisedBy(instance, found)).toBeGreaterThan(raisedBy(instance, localSearch(instance, greedy, options)));
    expect(repeatedSearch(instance, greedy, options)).toEqual(found);
    expect(brokenRules(request, byId(instance, found))).toEqual([]);
  });

  it("are one on a small instance, and none when they are to stop", () => {
    const instance = preparePlanning(randomRequest({ initiatives: 12, quarters: 4, items: 10, share: 0.4 }, 1));
    if (isImpossible(instance)) throw new Error(instance.status);
    const pinned = placePins(instance);
    if ("status" in pinned) throw new Error(pinned.status);
    let asked = 0;
    repeatedSearch(instance, pinned, { iterations: 10, seed: 1, shouldStop: () => ++asked > 1000 });
    // Before the search and before each of its iterations.
    expect(asked).toBe(11);
    const greedy = greedyPlan(instance, pinned);
    expect(repeatedSearch(instance, greedy, { iterations: 10, seed: 1, shouldStop: () => true })).toEqual(greedy);
  });
});

describe("firstPlan", () => {
  const definition = definitionOf(
    [dimension("d", { critical: true })],
    [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1]), single("c", "d", [0, 0.5, 1], { weight: 0.5 })],
  );
  const answers = { a: answered("o0"), b: answered("o0"), c: NOT_SURE };

  it("says when things start, what each adds, what is used and what the scores and levels will be", () => {
    const first = initiative("first", { effort: { people: 3, kpis: 1 }, raises: { a: "o1" }, quarters: 2, cost: 600 });
    const second = initiative("second", { effort: { people: 2 }, raises: { a: "o2", b: "o1" }, requires: ["first"] });
    const plan = planned(planRequest(definition, answers, [second, first], { perQuarter: { people: 2, kpis: 1 } }));
    expect(plan.items).toEqual([
      { initiative: "first", startQuarter: 1, endQuarter: 2, wave: "now", gain: 25, effort: { people: 3, kpis: 1 }, cost: 600 },
      { initiative: "second", startQuarter: 3, endQuarter: 3, wave: "later", gain: 50, effort: { people: 2 }, cost: 0 },
    ]);
    expect(plan.projected).toEqual([0, 25, 75, 75]);
    expect(plan.todayLevel).toBe(1);
    expect(plan.projectedLevels).toEqual([1, 2, 4, 4]);
    expect(plan.objective).toBeCloseTo(0.95 * 25 + 0.95 ** 2 * 75 + 0.95 ** 3 * 75, 9);
    expect(plan.used.pools.people).toEqual([1.5, 1.5, 2, 0]);
    expect(plan.used.pools.technology).toEqual([0, 0, 0, 0]);
    expect(plan.used.budget).toEqual([300, 300, 0, 0]);
    expect(plan.status).toBe("optimal");
    expect(plan.stoppedBy).toBeNull();
    expect(plan.robustness).toBeNull();
  });

  it("is not proven while capacity could matter", () => {
    const one = initiative("one", { effort: { people: 2 }, raises: { a: "o1" } });
    const two = initiative("two", { effort: { people: 2 }, raises: { b: "o1" } });
    const plan = planned(planRequest(definition, answers, [one, two], { perQuarter: { people: 2 } }));
    expect(plan.status).toBe("feasible");
    expect(plan.stoppedBy).toBe("not-proven-yet");
    expect(plan.items.map((i) => i.wave)).toEqual(["now", "next"]);
    expect(plan.gap).toBeCloseTo((plan.bound - plan.objective) / (plan.bound - plan.idle), 12);
  });

  it("lists unknown items that an initiative would raise as things to find out", () => {
    const one = initiative("one", { effort: { people: 1 }, raises: { a: "o1", c: "o2" } });
    const plan = planned(planRequest(definition, answers, [one], { perQuarter: { people: 2 } }));
    expect(plan.findOut).toEqual([{ assessment: "fixture", item: "c", state: "not_sure", initiatives: ["one"] }]);
  });

  it("does not keep what raises nothing beside the rest, unless it is pinned or needed", () => {
    const cheap = initiative("cheap", { effort: { people: 1 }, raises: { a: "o1" } });
    const large = initiative("large", { effort: { people: 9 }, raises: { a: "o2" } });
    const settings = { quarters: 1, perQuarter: { people: 10 } };
    const request = planRequest(definition, answers, [cheap, large], settings);
    expect(planned(request).items.map((i) => i.initiative)).toEqual(["large"]);
    const pinned = planRequest(definition, answers, [cheap, large], { ...settings, pinned: { cheap: "any" } });
    expect(planned(pinned).items.map((i) => [i.initiative, i.gain])).toEqual([
      ["cheap", 25],
      ["large", 25],
    ]);
  });

  it("goes on finishing a plan when what it drops makes room", () => {
    const cheap = initiative("cheap", { effort: { people: 2 }, raises: { a: "o1" } });
    const large = initiative("large", { effort: { technology: 1 }, raises: { a: "o2" } });
    const other = initiative("other", { effort: { people: 2 }, raises: { b: "o1" } });
    const instance = preparePlanning(planRequest(definition, answers, [cheap, large, other], { quarters: 2, perQuarter: { people: 2, technology: 1 } }));
    if (isImpossible(instance)) throw new Error("unexpected");
    // Beside "large" nothing is left for "cheap", and without it there are people for "other" a quarter earlier.
    expect(finishPlan(instance, [1, 1, 2])).toEqual([0, 1, 1]);
  });

  it("has no single level when two assessments are scored", () => {
    const request = planRequest(definition, answers, [], { perQuarter: {} });
    const plan = planned({ ...request, assessments: [...request.assessments, ...request.assessments] });
    expect(plan.projectedLevels).toBeNull();
    expect(plan.items).toEqual([]);
    expect(plan.status).toBe("optimal");
  });
});
