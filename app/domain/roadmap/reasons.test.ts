import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { brokenRules, scoreAfter } from "../../../tests/oracle/plan-oracle.ts";
import { firstPlan } from "./first-plan.ts";
import type { PlanRequest, PlanResult } from "./plan.ts";
import { planReasons } from "./reasons.ts";

function planned(request: PlanRequest): PlanResult {
  const outcome = firstPlan(request);
  if (outcome.status === "impossible") throw new Error(outcome.problems[0]?.message);
  return outcome;
}

const shapes = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  share: fc.constantFrom(0.3, 0.6, 0.9),
  budgeted: fc.boolean(),
  allKinds: fc.boolean(),
  carried: fc.boolean(),
});
const requestOf = ({ seed, ...shape }: typeof shapes extends fc.Arbitrary<infer Shape> ? Shape : never) =>
  randomRequest({ initiatives: 12, quarters: 4, items: 16, ...shape }, seed);

/** The request in which one initiative promises one item only. */
const withOnly = (request: PlanRequest, id: string, item: string): PlanRequest => ({
  ...request,
  initiatives: request.initiatives.map((i) => (i.id === id ? { ...i, raises: i.raises.filter((p) => p.item === item) } : i)),
});

describe("why in", () => {
  it("is what each item brings at its place, and adds up to the gain", () => {
    let shared = 0;
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        const plan = firstPlan(request);
        if (plan.status === "impossible") return;
        const reasons = planReasons(request, plan.items);
        expect(reasons.items.map((r) => r.initiative)).toEqual(plan.items.map((i) => i.initiative));
        const finishing = [...plan.items].sort((a, b) => a.endQuarter - b.endQuarter || (a.initiative < b.initiative ? -1 : 1)).map((i) => i.initiative);
        for (const [k, { initiative: id, raises }] of reasons.items.entries()) {
          expect(raises.reduce((sum, r) => sum + r.points, 0)).toBeCloseTo(plan.items[k]!.gain, 9);
          const before = finishing.slice(0, finishing.indexOf(id));
          for (const { item, points, from, to, sharedWith } of raises) {
            expect(from).toBeLessThanOrEqual(to);
            if (from === to) expect([points, sharedWith.length > 0]).toEqual([0, true]);
            if (sharedWith.length > 0) shared++;
            if (shape.carried) continue;
            expect(points).toBeCloseTo(scoreAfter(withOnly(request, id, item), [...before, id]) - scoreAfter(request, before), 9);
          }
        }
      }),
      { numRuns: 60, examples: [[{ seed: 421297, share: 0.9, budgeted: false, allKinds: true, carried: false }]] },
    );
    expect(shared).toBeGreaterThan(20);
  });

  it("says from where to where, and with whom it is shared", () => {
    const definition = definitionOf(
      [dimension("d"), dimension("hidden")],
      [single("a", "d", [0, 0.5, 1]), multi("list", "d", [0.4, 0.2, 0.2, 0.2]), scale("h", "hidden", 0, 4), scale("i", "hidden", 0, 4)],
    );
    const answers = { a: answered("o0"), list: answered(["p0"]), h: answered(0), i: NOT_SURE };
    const first = initiative("first", { effort: { people: 1 }, raises: { a: "o1", list: ["p1"], h: 4 } });
    const then = initiative("then", { effort: { people: 1 }, raises: { a: "o2", list: ["p1", "p2"] }, requires: ["first"] });
    const last = initiative("last", { effort: { people: 1 }, raises: { list: ["p3"], a: "o1" }, requires: ["then"] });
    const request = planRequest(definition, answers, [first, then, last], { quarters: 3, perQuarter: { people: 1 } });
    const { items } = planReasons(request, planned(request).items);
    const rounded = items.map(({ initiative: id, raises, neededBy }) => [
      id,
      neededBy,
      raises.map((r) => [r.item, r.from, Math.round(r.to * 1e9) / 1e9, Math.round(r.points * 1e9) / 1e9, r.sharedWith]),
    ]);
    expect(rounded).toEqual([
      [
        "first",
        ["then"],
        [
          ["a", 0, 0.5, 25, ["last", "then"]],
          ["list", 0.4, 0.6, 10, ["then"]],
        ],
      ],
      [
        "then",
        ["last"],
        [
          ["a", 0.5, 1, 25, ["first", "last"]],
          ["list", 0.6, 0.8, 10, ["first"]],
        ],
      ],
      [
        "last",
        [],
        [
          ["a", 1, 1, 0, ["first", "then"]],
          ["list", 0.8, 1, 10, []],
        ],
      ],
    ]);
  });
});

describe("why then", () => {
  it("names for every earlier quarter what stands in the way, and no more than that", () => {
    let [quarters, short] = [0, 0];
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        const plan = firstPlan(request);
        if (plan.status === "impossible") return;
        const starts = Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter]));
        for (const { initiative: id, earlier } of planReasons(request, plan.items).items) {
          expect(earlier.map((e) => e.quarter)).toEqual(Array.from({ length: starts[id]! - 1 }, (_, k) => k + 1));
          for (const { quarter, obstacles } of earlier) {
            const moved = { ...starts, [id]: quarter };
            expect(obstacles.length).toBeGreaterThan(0);
            const broken = brokenRules(request, moved);
            const waits = obstacles.filter((o) => o.kind === "prerequisite");
            expect(broken.filter((rule) => rule.includes("does not wait"))).toHaveLength(waits.length);
            const missing = obstacles.filter((o) => o.kind === "capacity" || o.kind === "budget");
            expect(broken.length).toBe(waits.length + missing.length);
            // With just what is said to be missing, and a hair for thirds, only the waiting is left.
            const { settings } = request;
            const capacity = { ...settings.capacity };
            let { budget } = settings;
            for (const o of missing) {
              const add = (row: readonly number[], more: number) => row.map((amount, q) => (q === o.quarter - 1 ? amount + more + 1e-9 : amount));
              if (o.kind === "capacity") capacity[o.pool] = add(capacity[o.pool]!, o.personWeeks);
              else budget = add(budget!, o.eur);
              short++;
            }
            expect(brokenRules({ ...request, settings: { ...settings, capacity, budget } }, moved)).toHaveLength(waits.length);
            quarters++;
          }
        }
      }),
      { numRuns: 160 },
    );
    expect(quarters).toBeGreaterThan(50);
    expect(short).toBeGreaterThan(50);
  });

  const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
  const answers = { a: answered("o0"), b: answered("o0") };
  const base = initiative("base", { effort: { people: 4 }, raises: { a: "o1" }, quarters: 2, cost: 300 });
  const next = initiative("next", { effort: { people: 2 }, raises: { b: "o1" }, cost: 100 });

  it("tells person-weeks, money, the pin and room apart", () => {
    const request = planRequest(definition, answers, [base, next], { quarters: 3, perQuarter: { people: 3 }, budget: [180, 180, 180] });
    const at = (startQuarter: number) =>
      planReasons(request, [
        { initiative: "base", startQuarter: 1 },
        { initiative: "next", startQuarter },
      ]).items[1]!.earlier;
    expect(at(3)).toEqual(
      [1, 2].map((quarter) => ({
        quarter,
        obstacles: [
          { kind: "capacity", pool: "people", quarter, personWeeks: 1 },
          { kind: "budget", quarter, eur: 70 },
        ],
      })),
    );
    const pinned = { ...request, settings: { ...request.settings, pinned: { next: 3 } } };
    expect(planReasons(pinned, [{ initiative: "next", startQuarter: 3 }]).items[0]!.earlier).toEqual([
      { quarter: 1, obstacles: [{ kind: "pin" }] },
      { quarter: 2, obstacles: [{ kind: "pin" }] },
    ]);
    expect(planReasons(request, [{ initiative: "next", startQuarter: 2 }]).items[0]!.earlier).toEqual([{ quarter: 1, obstacles: [] }]);
  });

  it("says what holds the whole back, and who waits for it", () => {
    const request = planRequest(definition, answers, [base, next], { quarters: 2, perQuarter: { people: 3 } });
    expect(planReasons(request, [{ initiative: "base", startQuarter: 1 }]).binding).toEqual([
      { pool: "people", quarter: 1, left: 1, waiting: ["next"] },
      { pool: "people", quarter: 2, left: 1, waiting: ["next"] },
    ]);
    expect(planReasons(request, []).binding).toEqual([]);
  });

  it("is not said of a plan that is not one of the request", () => {
    const request = planRequest(definition, answers, [base], { perQuarter: { people: 3 } });
    expect(() => planReasons(request, [{ initiative: "next", startQuarter: 1 }])).toThrow(RangeError);
    expect(() => planReasons({ ...request, assessments: [{ definition, answers: {} }] }, [])).toThrow(RangeError);
  });
});
