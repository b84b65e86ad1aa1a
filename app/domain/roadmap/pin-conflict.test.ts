import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative, pairsRequest, planRequest } from "../../../tests/factories/plan-request.ts";
import { brokenRules, type OraclePlan } from "../../../tests/oracle/plan-oracle.ts";
import { firstPlan } from "./first-plan.ts";
import { smallestConflict } from "./pin-conflict.ts";
import type { PlanRequest } from "./plan.ts";
import { evenCapacity } from "./plan-settings.ts";

type Wish = { readonly id: string; readonly isKept: (plan: OraclePlan) => boolean };

/** Every plan that keeps all rules but the wishes. */
function allPlans(request: PlanRequest): OraclePlan[] {
  const plans: OraclePlan[] = [];
  const plan: OraclePlan = {};
  const tryFrom = (k: number): void => {
    const initiative = request.initiatives[k];
    if (!initiative) {
      if (brokenRules({ ...request, settings: { ...request.settings, pinned: {}, excluded: [] } }, plan).length === 0) plans.push({ ...plan });
      return;
    }
    tryFrom(k + 1);
    for (let start = 1; start <= request.settings.quarters; start++) {
      plan[initiative.id] = start;
      tryFrom(k + 1);
      delete plan[initiative.id];
    }
  };
  tryFrom(0);
  return plans;
}

function wishesOf({ settings }: PlanRequest): Wish[] {
  const pins = Object.entries(settings.pinned).map(([id, pin]): Wish => ({
    id,
    isKept: (plan) => (pin === "any" ? plan[id] !== undefined : plan[id] === pin),
  }));
  return [...pins, ...settings.excluded.map((id): Wish => ({ id, isKept: (plan) => plan[id] === undefined }))];
}

function subsets<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

describe("wishes in conflict", () => {
  it("are the smallest set of those that no plan at all can keep", () => {
    const found = new Set<string>();
    const shapes = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      quarters: fc.constantFrom(2, 3, 3),
      pins: fc.array(fc.option(fc.constantFrom(1, 2, "any" as const), { nil: null, freq: 3 }), { minLength: 5, maxLength: 5 }),
      excluded: fc.option(fc.nat(1), { nil: null, freq: 2 }),
    });
    fc.assert(
      fc.property(shapes, ({ seed, quarters, pins, excluded }) => {
        const random = randomRequest({ initiatives: 5, quarters, items: 8, share: 0.9, budgeted: seed % 3 === 0 }, seed);
        const ids = random.initiatives.map((i) => i.id);
        const pinned = Object.fromEntries(pins.flatMap((pin, n) => (pin === null || n === excluded ? [] : [[ids[n]!, pin]])));
        const request = { ...random, settings: { ...random.settings, pinned, excluded: excluded === null ? [] : [ids[excluded]!] } };
        const outcome = firstPlan(request);
        if (outcome.status === "impossible" && outcome.problems[0]!.code === "no-score") return;
        const plans = allPlans(request);
        const weeks = evenCapacity(quarters, { people: 999, process: 999, content: 999, technology: 999, kpis: 999 });
        const endless = allPlans({ ...request, settings: { ...request.settings, capacity: weeks, budget: undefined } });
        const isPossible = (wishes: readonly Wish[]) => plans.some((plan) => wishes.every((wish) => wish.isKept(plan)));
        const wishes = wishesOf(request);
        expect(outcome.status === "impossible").toBe(!isPossible(wishes));
        if (outcome.status !== "impossible") return;
        const sizes = subsets(wishes)
          .filter((set) => !isPossible(set))
          .map((set) => set.length);
        for (const { code, initiatives, isSmallest } of outcome.problems) {
          const named = wishes.filter(({ id }) => initiatives.includes(id));
          expect(named).toHaveLength(initiatives.length);
          expect(isPossible(named)).toBe(false);
          const isExclusion = (wish: Wish) => request.settings.excluded.includes(wish.id);
          for (const one of named) {
            // Whether there are weeks for a pin is not asked while an exclusion is in its way.
            if (!isExclusion(one)) expect(isPossible(named.filter((other) => other !== one))).toBe(true);
            else expect(endless.some((plan) => named.every((wish) => wish === one || wish.isKept(plan)))).toBe(true);
          }
          if (isSmallest !== undefined) expect([isSmallest, named.length]).toEqual([true, Math.min(...sizes)]);
          found.add(`${code} ${named.length}`);
        }
      }),
      { numRuns: 250 },
    );
    for (const kind of ["pin-prerequisite 2", "pin-capacity 2", "pin-horizon 1"]) expect(found).toContain(kind);
  });

  it("of two sets are the smaller one, though dropping one by one would end in the larger", () => {
    // Dropping 0, then 1, leaves {2, 3, 4}; the smallest is {0, 1}.
    const conflicts = [
      [0, 1],
      [2, 3, 4],
    ];
    const ask = (pins: readonly number[]) => (conflicts.some((set) => set.every((n) => pins.includes(n))) ? "impossible" : "possible");
    expect(smallestConflict([0, 1, 2, 3, 4], ask)).toEqual({ pins: [0, 1], isSmallest: true });
  });

  it("are not called the smallest where it could not be told of a smaller set, or where there are too many to ask about", () => {
    const ask = (pins: readonly number[]) =>
      [1, 2, 3].every((n) => pins.includes(n)) ? "impossible" : pins.includes(1) && pins.includes(2) ? "unproven" : "possible";
    expect(smallestConflict([1, 2, 3, 4], ask)).toEqual({ pins: [1, 2, 3], isSmallest: false });
    const many = Array.from({ length: 60 }, (_, n) => n);
    const four = (pins: readonly number[]) => ([7, 17, 27, 37].every((n) => pins.includes(n)) ? "impossible" : "possible");
    expect(smallestConflict(many, four)).toEqual({ pins: [7, 17, 27, 37], isSmallest: false });
    expect(
      smallestConflict(
        many.slice(0, 38).filter((n) => n % 5 === 2),
        four,
      ),
    ).toEqual({ pins: [7, 17, 27, 37], isSmallest: true });
  });
});

const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1])]);
const answers = { a: answered("o0") };

describe("pins", () => {
  it("in the wrong order say so, and not that weeks are missing", () => {
    const base = initiative("base", { effort: { people: 1 }, raises: { a: "o1" } });
    const after = initiative("after", { effort: { people: 1 }, raises: { a: "o2" }, requires: ["base"] });
    expect(firstPlan(planRequest(definition, answers, [base, after], { quarters: 3, perQuarter: { people: 9 }, pinned: { base: 3, after: "any" } }))).toEqual({
      status: "impossible",
      problems: [
        {
          code: "pin-prerequisite",
          message: '"after", "base" are pinned, but one of them rests on what ends too late for it in a plan of 3 quarters.',
          initiatives: ["after", "base"],
          isSmallest: true,
        },
      ],
    });
  });

  it("are not called impossible where the search for a place was given up", () => {
    const request = pairsRequest(12, 12);
    const outcome = firstPlan(request);
    expect(outcome).toMatchObject({ status: "impossible", problems: [{ code: "pin-unproven", initiatives: request.initiatives.map((i) => i.id) }] });
  });
});
