import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { raisedBy } from "#app/domain/roadmap/draft.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanRequest, PlanResult } from "#app/domain/roadmap/plan.ts";
import { placePins } from "#app/domain/roadmap/pins.ts";
import { planModel } from "#app/domain/roadmap/plan-model.ts";
import { isImpossible, preparePlanning } from "#app/domain/roadmap/planning-instance.ts";
import { answered, definitionOf, dimension, multi, single } from "../factories/definition.ts";
import { initiative, pairsRequest, planRequest } from "../factories/plan-request.ts";
import { randomRequest, valuedByChance } from "../factories/random-plan-request.ts";
import { bestObjective, brokenRules, objectiveOf } from "../oracle/plan-oracle.ts";
import { planInPhases } from "#app/services/roadmap/plan-in-phases.server.ts";
import { provePlan } from "#app/services/roadmap/prove-plan.server.ts";

let highs: Highs;
beforeAll(async () => void (highs = await loadHighs()));

const LIMITS = { timeLimitSeconds: 10, nodeLimit: 100_000, searchIterations: 0, robustnessRuns: 0, marginIterations: 0 };
const IGNORE = { onProgress: () => {}, onPlan: () => {}, shouldStop: () => false };
/** Without local search, so that it is HiGHS that has to find what greedy misses. */
const solve = (request: PlanRequest, limits = LIMITS) => planInPhases(request, limits, () => Promise.resolve(highs), IGNORE);

async function solved(request: PlanRequest): Promise<PlanResult> {
  const outcome = await solve(request);
  if (outcome.status === "impossible") throw new Error(outcome.problems[0]?.message);
  return outcome;
}

/** What HiGHS finds when it is begun with the pins only, so that neither greedy nor search has a part in it. */
function raisedByHighsAlone(request: PlanRequest): number {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) throw new Error("unexpected");
  const pinned = placePins(instance);
  if ("status" in pinned) throw new Error("unexpected");
  const limits = { timeLimitSeconds: 10, nodeLimit: 100_000, seed: 1 };
  const proof = provePlan(highs, planModel(instance), pinned, limits, { shouldStop: () => false, onBetter: () => {}, onBound: () => {} });
  expect(proof.stoppedBy).toBeNull();
  const raised = raisedBy(instance, proof.starts!);
  // The gap at which provePlan says HiGHS stops: a millionth of what a plan could raise, whatever that is.
  expect(Math.abs(proof.raisedBound - raised)).toBeLessThanOrEqual(1e-6 * Math.max(1, raised));
  return raised;
}

const startsOf = (plan: PlanResult) => Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter]));

describe("the proven plan", () => {
  it("is found though the search would go on for years: half of the time is the proof's", async () => {
    const request = randomRequest({ initiatives: 12, quarters: 4, items: 16, share: 0.4 }, 1);
    const outcome = await solve(request, { ...LIMITS, timeLimitSeconds: 4, searchIterations: 1e12 });
    expect(outcome).toMatchObject({ status: "optimal", objective: expect.closeTo((await solved(request)).objective, 6) as number });
    // Its search is not left out because it needs none.
    expect((await solved(request)).objective).toBeGreaterThan((firstPlan(request) as PlanResult).objective + 1e-6);
  });

  it("has the objective of the best of all plans, tried one by one", async () => {
    const shapes = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      initiatives: fc.integer({ min: 2, max: 5 }),
      quarters: fc.integer({ min: 2, max: 4 }),
      share: fc.constantFrom(0.7, 1, 1.5),
      budgeted: fc.boolean(),
      allKinds: fc.boolean(),
      carried: fc.boolean(),
      pin: fc.option(fc.constantFrom(1, 2, "any" as const), { nil: undefined, freq: 1 }),
    });
    let solvedOnes = 0;
    await fc.assert(
      fc.asyncProperty(shapes, async ({ seed, pin, ...shape }) => {
        const random = randomRequest({ ...shape, items: shape.carried ? 16 : 8 }, seed);
        const pinned = pin ? { [random.initiatives[1]!.id]: pin } : {};
        const request = { ...random, settings: { ...random.settings, pinned } };
        const outcome = await solve(request);
        const best = bestObjective(request);
        if (outcome.status === "impossible") {
          if (outcome.problems[0]!.code !== "no-score") expect(best).toBeNull();
          return;
        }
        expect(outcome.status).toBe("optimal");
        expect(brokenRules(request, startsOf(outcome))).toEqual([]);
        expect(outcome.objective).toBeCloseTo(best!, 6);
        expect(outcome.bound).toBeGreaterThanOrEqual(best! - 1e-6);
        expect(outcome.idle + raisedByHighsAlone(request)).toBeCloseTo(best!, 6);
        solvedOnes++;
      }),
      { numRuns: 120 },
    );
    expect(solvedOnes).toBeGreaterThan(60);
  }, 60_000);

  it.each([
    ["a target", { target: true, importance: false, realised: false }],
    ["importance", { target: false, importance: true, realised: false }],
    ["realised shares", { target: false, importance: false, realised: true }],
    ["all three", { target: true, importance: true, realised: true }],
  ])(
    "has it also with %s",
    async (_, what) => {
      const shapes = fc.record({
        seed: fc.integer({ min: 1, max: 1e6 }),
        initiatives: fc.integer({ min: 2, max: 5 }),
        quarters: fc.integer({ min: 2, max: 4 }),
        share: fc.constantFrom(0.7, 1, 1.5),
        allKinds: fc.boolean(),
        carried: fc.boolean(),
      });
      let [solvedOnes, idleOnes, cappedOnes] = [0, 0, 0];
      await fc.assert(
        fc.asyncProperty(shapes, async ({ seed, ...shape }) => {
          const request = valuedByChance(randomRequest({ ...shape, items: shape.carried ? 16 : 8 }, seed), what, seed);
          const outcome = await solve(request);
          if (outcome.status === "impossible") {
            expect(["no-score", "no-importance"]).toContain(outcome.problems[0]!.code);
            return;
          }
          const best = bestObjective(request)!;
          expect(outcome.status).toBe("optimal");
          expect(brokenRules(request, startsOf(outcome))).toEqual([]);
          expect(outcome.objective).toBeCloseTo(best, 6);
          expect(objectiveOf(request, startsOf(outcome))).toBeCloseTo(best, 6);
          expect(outcome.bound).toBeGreaterThanOrEqual(best - 1e-6);
          expect(outcome.idle + raisedByHighsAlone(request)).toBeCloseTo(best, 6);
          // Nothing stands in the plan that the valued curve does not need: without any one of them, and what rests on it, it is lower.
          for (const { initiative: id } of outcome.items) {
            const without = Object.fromEntries(Object.entries(startsOf(outcome)).filter(([other]) => other !== id));
            if (brokenRules(request, without).length === 0) expect(objectiveOf(request, without)).toBeLessThan(best - 1e-10);
          }
          solvedOnes++;
          if (outcome.items.length === 0) idleOnes++;
          if (outcome.valued.at(-1) === request.settings.target && outcome.valuedToday < outcome.valued.at(-1)!) cappedOnes++;
        }),
        { numRuns: 60 },
      );
      expect(solvedOnes).toBeGreaterThan(30);
      expect(idleOnes).toBeLessThan(solvedOnes);
      if (what.target) expect(cappedOnes).toBeGreaterThan(0);
    },
    60_000,
  );

  it("is proven also where the target is a hair away", async () => {
    const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
    const [one, two] = ["a", "b"].map((item) => initiative(item, { effort: { people: 4 }, raises: { [item]: "o1" }, quarters: 2 }));
    const answers = { a: answered("o0"), b: answered("o0") };
    const request = planRequest(definition, answers, [one!, two!], { quarters: 2, perQuarter: { people: 2 }, target: 0.0001 });
    expect(raisedByHighsAlone(request)).toBeCloseTo(0.95 * 0.0001, 12);
    expect(await solved(request)).toMatchObject({ status: "optimal", items: [{ gain: 25 }], valued: [0, 0.0001], projected: [0, 25] });
  });

  it("beats greedy where a small gain stands in the way of a large one", async () => {
    // One quarter, 10 person-weeks, two items of equal weight. "small" brings 25 points for 4 person-weeks (6.25 each),
    // "large" 50 points for 10 (5 each). Greedy takes "small" first, and "large" no longer fits; best is "large" alone.
    const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
    const small = initiative("small", { effort: { people: 4 }, raises: { a: "o1" } });
    const large = initiative("large", { effort: { people: 10 }, raises: { b: "o2" } });
    const answers = { a: answered("o0"), b: answered("o0") };
    const request = planRequest(definition, answers, [small, large], { quarters: 1, perQuarter: { people: 10 } });
    const first = firstPlan(request);
    expect(first).toMatchObject({ status: "feasible", objective: 25 });
    expect(await solved(request)).toMatchObject({ status: "optimal", objective: 50, items: [{ initiative: "large", gain: 50 }] });
  });

  it("counts overlapping promises once and honours the cap", async () => {
    // The list stands at 0.4 and can gain 0.6. Each of "ab" and "bc" gains 0.4, both together only 0.6; "d" gains 0.2.
    // Two of them fit: both "ab" and "bc" bring no more than 60 points, and so does one of them with "d".
    const definition = definitionOf([dimension("d")], [multi("list", "d", [0.4, 0.2, 0.2, 0.2, 0.2])]);
    const answers = { list: answered(["p0"]) };
    const ab = initiative("ab", { effort: { people: 2 }, raises: { list: ["p1", "p2"] } });
    const bc = initiative("bc", { effort: { people: 2 }, raises: { list: ["p2", "p3"] } });
    const d = initiative("d", { effort: { people: 1 }, raises: { list: ["p4"] } });
    const plan = await solved(planRequest(definition, answers, [ab, bc, d], { quarters: 1, perQuarter: { people: 3 } }));
    expect(plan.objective).toBeCloseTo(100, 9);
    expect(plan.items.map((i) => i.initiative)).toContain("d");
    const all = await solved(planRequest(definition, answers, [ab, bc, d], { quarters: 2, perQuarter: { people: 9 } }));
    expect(all.projected).toEqual([100, 100]);
    expect(all.items).toHaveLength(2);
  });

  it("waits for a prerequisite that is pinned late", async () => {
    const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
    const first = initiative("first", { effort: { people: 1 }, raises: { a: "o1" }, quarters: 2 });
    const then = initiative("then", { effort: { people: 1 }, raises: { b: "o2" }, requires: ["first"] });
    const answers = { a: answered("o0"), b: answered("o0") };
    const request = planRequest(definition, answers, [first, then], { quarters: 4, perQuarter: { people: 9 }, pinned: { first: 2 } });
    // "first" ends in quarter 3 and brings 25; "then" can only run in quarter 4 and brings 50.
    expect(raisedByHighsAlone(request)).toBeCloseTo(0.95 ** 2 * 25 + 0.95 ** 3 * 75, 6);
    expect(startsOf(await solved(request))).toEqual({ first: 2, then: 4 });
  });

  it("is the same again for the same request", async () => {
    const request = randomRequest({ initiatives: 14, quarters: 4, items: 18, share: 0.5 }, 11);
    const limits = { ...LIMITS, searchIterations: 200, robustnessRuns: 10, marginIterations: 10 };
    const first = await solve(request, limits);
    expect(await solve(request, limits)).toEqual(first);
    expect(first).toMatchObject({ status: "optimal", robustness: { runs: 10 } });
    expect(first.status !== "impossible" && first.margins).toHaveLength(5 * 4);
  });

  it("is never worse than the greedy one, and says its gap, when the limit comes first", async () => {
    const request = randomRequest({ initiatives: 40, quarters: 8, items: 35, share: 0.5 }, 1);
    const first = firstPlan(request);
    const plan = await solve(request, { ...LIMITS, timeLimitSeconds: 0.3 });
    if (plan.status === "impossible" || first.status === "impossible") throw new Error("unexpected");
    expect(plan).toMatchObject({ status: "feasible", stoppedBy: "time" });
    expect(plan.objective).toBeGreaterThanOrEqual(first.objective - 1e-9);
    expect(plan.bound).toBeGreaterThan(plan.objective);
    expect(plan.objective).toBeCloseTo(objectiveOf(request, startsOf(plan)), 6);
  });

  it("plans nothing when nothing can be raised", async () => {
    const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1])]);
    const request = planRequest(definition, { a: answered("o2") }, [initiative("one", { effort: { people: 1 }, raises: { a: "o2" } })], {
      perQuarter: { people: 1 },
    });
    expect(await solved(request)).toMatchObject({ status: "optimal", items: [], gap: 0, objective: 100 * (1 + 0.95 + 0.95 ** 2 + 0.95 ** 3) });
  });
});

describe("pins that the search for a place gives up on", () => {
  it("are planned where there is a place", async () => {
    const request = pairsRequest(12, 12);
    const first = firstPlan(request);
    expect(first).toMatchObject({ status: "impossible", problems: [{ code: "pin-unproven" }] });
    expect(first.status === "impossible" && first.problems[0]!.message).toMatch(
      /^No place was found for all that is pinned .+ and what it needs, though there may be one\.$/,
    );
    const plan = await solved(request);
    expect(plan.items).toHaveLength(24);
    expect(brokenRules(request, startsOf(plan))).toEqual([]);
  });

  it("are called impossible only once it is proven", async () => {
    // 13 sixes want a quarter each, and there are 12.
    const request = pairsRequest(11, 13);
    expect(firstPlan(request)).toMatchObject({ status: "impossible", problems: [{ code: "pin-unproven" }] });
    const outcome = await solve(request);
    expect(outcome).toMatchObject({ status: "impossible", problems: [{ code: "pin-capacity", isSmallest: false }] });
    const { initiatives } = outcome.status === "impossible" ? outcome.problems[0]! : { initiatives: [] };
    expect(initiatives.filter((id) => id.startsWith("six"))).toHaveLength(13);
  });
});
