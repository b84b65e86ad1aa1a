import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { scoreAfter } from "../../../tests/oracle/plan-oracle.ts";
import type { PlanRequest } from "./plan.ts";
import { isImpossible, type PlanningInstance, preparePlanning } from "./planning-instance.ts";
import { projection } from "./projection.ts";
import type { RaisableItem } from "./raisable.ts";
import { areaAtTheEnd, RaisedArea } from "./raised-area.ts";
import { stepsOf } from "./steps.ts";

function prepared(request: PlanRequest): PlanningInstance {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) throw new Error(instance.problems[0]?.message);
  return instance;
}

const gainOf = (item: RaisableItem, finished: ReadonlySet<number>) => {
  const parts = item.parts.map((part) => Math.max(0, ...part.filter((r) => finished.has(r.initiative)).map((r) => r.amount)));
  return Math.min(
    item.cap,
    parts.reduce((sum, amount) => sum + amount, 0),
  );
};

describe("the linear form", () => {
  it("equals the true rescore, and both equal the oracle, whatever is finished", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 2 ** 12 - 1 }), (seed, bits) => {
        const request = randomRequest({ initiatives: 12, quarters: 4, items: 20, share: 0.5, allKinds: seed % 2 === 0 }, seed);
        const instance = preparePlanning(request);
        if (isImpossible(instance)) return;
        const finished = new Set(instance.candidates.flatMap((_, n) => ((bits >> n) & 1 ? [n] : [])));
        const rescored = projection(instance.assessments, finished).mean!;
        const linear = instance.items.reduce((sum, item) => sum + gainOf(item, finished), instance.today);
        expect(linear).toBeCloseTo(rescored, 9);
        const ids = [...finished].map((n) => instance.candidates[n]!.id);
        expect(rescored).toBeCloseTo(scoreAfter(request, ids), 9);
      }),
      { numRuns: 150 },
    );
  });

  it("pays a part by steps that add up to its largest finished amount", () => {
    const item: RaisableItem = {
      cap: 9,
      parts: [
        [
          { initiative: 0, amount: 2 },
          { initiative: 1, amount: 5 },
          { initiative: 2, amount: 5 },
        ],
      ],
    };
    expect(stepsOf(item)).toEqual([
      { amount: 2, by: [0, 1, 2] },
      { amount: 3, by: [1, 2] },
    ]);
  });

  it("joins steps that the same initiatives bring", () => {
    const practice = [
      { initiative: 1, amount: 0.25 },
      { initiative: 0, amount: 0.25 },
    ];
    expect(stepsOf({ cap: 1, parts: [practice, practice] })).toEqual([{ amount: 0.5, by: [0, 1] }]);
  });

  it("leaves out items without an answer, of unpublished dimensions, and promises that raise nothing", () => {
    const definition = definitionOf(
      [dimension("known"), dimension("hidden")],
      [
        single("a", "known", [0, 0.5, 1], { weight: 4 }),
        scale("b", "known", 0, 4, { weight: 1 }),
        single("c", "hidden", [0, 0.5, 1]),
        single("d", "hidden", [0, 0.5, 1]),
      ],
    );
    const answers = { a: answered("o1"), b: NOT_SURE, c: answered("o0"), d: NOT_SURE };
    const one = initiative("one", { effort: { people: 1 }, raises: { a: "o0", b: 4, c: "o2", d: "o2" } });
    const two = initiative("two", { effort: { people: 1 }, raises: { a: "o2" } });
    const instance = prepared(planRequest(definition, answers, [one, two], { perQuarter: { people: 9 } }));
    expect(instance.items).toEqual([{ cap: 50, parts: [[{ initiative: 1, amount: 50 }]] }]);
    expect(instance.candidates.map((c) => c.relevant)).toEqual([false, true]);
  });

  it("takes the mean over assessments that have a score", () => {
    const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1])]);
    const other = { ...definition, slug: "other" };
    const raising = initiative("one", { effort: { people: 1 }, raises: { a: "o2" } });
    const { settings } = planRequest(definition, {}, [], { perQuarter: {} });
    const both = [
      { definition, answers: { a: answered("o0") } },
      { definition: other, answers: { a: answered("o1") } },
    ];
    const instance = prepared({ assessments: both, initiatives: [raising], settings });
    expect(instance.today).toBe(25);
    expect(instance.items).toEqual([{ cap: 50, parts: [[{ initiative: 0, amount: 50 }]] }]);
    const unscored = prepared({ assessments: [both[0]!, { definition: other, answers: {} }], initiatives: [raising], settings });
    expect(unscored.today).toBe(0);
    expect(unscored.items[0]!.cap).toBe(100);
  });
});

describe("dimensions that carry one another", () => {
  const shape = { initiatives: 10, quarters: 4, items: 24, share: 0.5, carried: true };

  it("are raised by what the true rescore and the oracle say, whatever is finished", () => {
    let binding = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 2 ** 10 - 1 }), (seed, bits) => {
        const request = randomRequest({ ...shape, allKinds: seed % 2 === 0 }, seed);
        const instance = preparePlanning(request);
        if (isImpossible(instance)) return;
        const isFinished = (n: number) => ((bits >> n) & 1) === 1;
        const finished = new Set(instance.candidates.flatMap((_, n) => (isFinished(n) ? [n] : [])));
        const rescored = projection(instance.assessments, finished).mean!;
        expect(instance.today + areaAtTheEnd(instance, isFinished).total).toBeCloseTo(rescored, 9);
        const ids = [...finished].map((n) => instance.candidates[n]!.id);
        expect(rescored).toBeCloseTo(scoreAfter(request, ids), 9);
        if (instance.stages.some((stage) => stage.counts < stage.today)) binding++;
      }),
      { numRuns: 150 },
    );
    expect(binding).toBeGreaterThan(50);
  });

  it("keep their area up to date through any sequence of changes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.tuple(fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: 30 }), (seed, changes) => {
        const instance = preparePlanning(randomRequest(shape, seed));
        if (isImpossible(instance)) return;
        const area = new RaisedArea(instance);
        const ends = new Map<number, number>();
        for (const [n, end] of changes) {
          area.finish(n, end);
          ends.set(n, end);
        }
        const expected = instance.weights.reduce((total, weight, index) => {
          const finished = new Set([...ends].filter(([, end]) => end > 0 && end <= index + 1).map(([n]) => n));
          return total + weight * (projection(instance.assessments, finished).mean! - instance.today);
        }, 0);
        expect(area.total).toBeCloseTo(expected, 9);
        area.clear();
        expect(area.total).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it("are worked out by hand", () => {
    // Goals 50, vision 25 of its own, story 75 but carried by vision: they count 50, 25 and 25.
    const definition = definitionOf(
      [dimension("goals"), dimension("vision", { carriedBy: "goals" }), dimension("story", { carriedBy: "vision", weight: 2 })],
      [scale("g", "goals", 0, 4), scale("v", "vision", 0, 4), scale("s", "story", 0, 4)],
    );
    const raise = (id: string, item: string, to: number) => initiative(id, { effort: { people: 1 }, raises: { [item]: to } });
    const answers = { g: answered(2), v: answered(1), s: answered(3) };
    const instance = prepared(planRequest(definition, answers, [raise("a", "v", 4), raise("b", "s", 4), raise("c", "g", 3)], { perQuarter: { people: 9 } }));
    expect(instance.today).toBe((50 + 25 + 2 * 25) / 4);
    const raised = (...finished: number[]) => areaAtTheEnd(instance, (n) => finished.includes(n)).total;
    expect(raised(1)).toBe(0); // story to 100 still counts 25
    expect(raised(2)).toBe(6.25); // goals to 75
    expect(raised(0)).toBe(18.75); // vision to 100 counts 50, and story with it: 25 / 4 + 2 x 25 / 4
    expect(raised(0, 2)).toBe(43.75); // goals, vision and story count 75
    expect(raised(0, 1, 2)).toBe(43.75);
  });
});

describe("RaisedArea", () => {
  it("is the discounted sum of the gains, kept up to date through any sequence of changes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.tuple(fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: 30 }), (seed, changes) => {
        const instance = preparePlanning(randomRequest({ initiatives: 10, quarters: 4, items: 12, share: 0.5 }, seed));
        if (isImpossible(instance)) return;
        const area = new RaisedArea(instance);
        const ends = new Map<number, number>();
        for (const [n, end] of changes) {
          area.finish(n, end);
          ends.set(n, end);
        }
        const expected = instance.weights.reduce((total, weight, index) => {
          const finished = new Set([...ends].filter(([, end]) => end > 0 && end <= index + 1).map(([n]) => n));
          return total + weight * instance.items.reduce((sum, item) => sum + gainOf(item, finished), 0);
        }, 0);
        expect(area.total).toBeCloseTo(expected, 9);
        area.clear();
        expect(area.total).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
