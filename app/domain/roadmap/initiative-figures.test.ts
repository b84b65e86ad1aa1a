import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest, valuedByChance } from "../../../tests/factories/random-plan-request.ts";
import { scoreAfter, valuedAfter } from "../../../tests/oracle/plan-oracle.ts";
import { firstPlan } from "./first-plan.ts";
import { initiativeFigures } from "./initiative-figures.ts";
import type { PlannedInitiative, PlanRequest } from "./plan.ts";
import { isImpossible, preparePlanning } from "./planning-instance.ts";
import { placedBy, rice, wsjf } from "./quotients.ts";

/** Four questions of 25 points each, nothing reached yet: half an answer is 12.5 points. */
const definition = definitionOf(
  [dimension("d")],
  ["a", "b", "c", "e"].map((id) => single(id, "d", [0, 0.5, 1])),
);
const answers = { a: answered("o0"), b: answered("o0"), c: answered("o0"), e: answered("o0") };
const base = initiative("base", { effort: { people: 2 }, raises: { a: "o1" } });
const next = initiative("next", { effort: { people: 4, process: 1 }, raises: { a: "o2", b: "o1" }, quarters: 2, requires: ["base"] });
const side = initiative("side", { effort: { kpis: 2.5 }, raises: { b: "o1", c: "o1" } });
const empty = initiative("empty", { effort: { kpis: 1 }, raises: { a: "o0" } });
type Settings = Parameters<typeof planRequest>[3];
const requestWith = (settings: Partial<Settings> = {}, initiatives = [side, empty, next, base]) =>
  planRequest(definition, answers, initiatives, { quarters: 4, discount: 0.9, perQuarter: { people: 2, process: 1 }, ...settings });

type Item = Pick<PlannedInitiative, "initiative" | "startQuarter" | "endQuarter" | "gain">;
// The first raises half of a; the second the other half, and half of b.
const PLAN: Item[] = [
  { initiative: "base", startQuarter: 1, endQuarter: 1, gain: 12.5 },
  { initiative: "next", startQuarter: 2, endQuarter: 3, gain: 25 },
];

describe("what an initiative looks like by itself", () => {
  const [itsBase, itsNext, itsSide, ...others] = initiativeFigures(requestWith(), PLAN);

  it("is what it raises alone and beside the plan, and with whom", () => {
    expect(others).toEqual([]);
    expect(itsBase).toMatchObject({ initiative: "base", startQuarter: 1, personWeeks: 2, sharedWith: ["next"] });
    expect([itsBase!.alone, itsBase!.besidePlan]).toEqual([expect.closeTo(12.5, 9), 12.5]);
    // Alone all of a and half of b; in the plan half of a less.
    expect(itsNext).toMatchObject({ initiative: "next", startQuarter: 2, personWeeks: 5, sharedWith: ["base"] });
    expect([itsNext!.alone, itsNext!.besidePlan]).toEqual([expect.closeTo(37.5, 9), 25]);
    // What it would do for b is done in the plan.
    expect(itsSide).toMatchObject({ initiative: "side", startQuarter: null, personWeeks: 2.5, sharedWith: ["next"] });
    expect([itsSide!.alone, itsSide!.besidePlan]).toEqual([expect.closeTo(25, 9), expect.closeTo(12.5, 9)]);
  });

  it("is RICE by questions, points a question, chance and person-weeks", () => {
    expect([itsBase, itsNext, itsSide].map((its) => its!.rice)).toEqual([
      { reach: 1, impact: expect.closeTo(12.5, 9) as number, confidence: 0.5, effort: 2 },
      { reach: 2, impact: expect.closeTo(18.75, 9) as number, confidence: 0.5, effort: 5 },
      { reach: 2, impact: expect.closeTo(12.5, 9) as number, confidence: 0.5, effort: 2.5 },
    ]);
    // 1 x 12.5 x 0.5 / 2; 2 x 18.75 x 0.5 / 5; 2 x 12.5 x 0.5 / 2.5.
    expect([itsBase, itsNext, itsSide].map((its) => rice(its!.rice))).toEqual([3.125, 3.75, 5].map((figure) => expect.closeTo(figure, 9) as number));
  });

  it("is WSJF by its own points, those a quarter's delay loses, those that rest on it, and person-weeks", () => {
    // The second can end in the third quarter, which counts 0.9 x 0.9; on the first rest its 37.5 points, 12.5 of which are the first's own.
    expect([itsBase, itsNext, itsSide].map((its) => its!.wsjf)).toEqual([
      { value: expect.closeTo(12.5, 9) as number, timeCriticality: expect.closeTo(12.5, 9) as number, enables: expect.closeTo(25, 9) as number, jobSize: 2 },
      { value: expect.closeTo(37.5, 9) as number, timeCriticality: expect.closeTo(30.375, 9) as number, enables: 0, jobSize: 5 },
      { value: expect.closeTo(25, 9) as number, timeCriticality: expect.closeTo(25, 9) as number, enables: 0, jobSize: 2.5 },
    ]);
    // 50 / 2; 67.875 / 5; 50 / 2.5.
    expect([itsBase, itsNext, itsSide].map((its) => wsjf(its!.wsjf))).toEqual([25, 13.575, 20].map((figure) => expect.closeTo(figure, 9) as number));
  });

  it("orders the same initiatives in three ways", () => {
    const all = initiativeFigures(requestWith(), PLAN);
    expect(placedBy(all, (its) => rice(its.rice)).map((its) => its.initiative)).toEqual(["side", "next", "base"]);
    expect(placedBy(all, (its) => wsjf(its.wsjf)).map((its) => its.initiative)).toEqual(["base", "side", "next"]);
  });
});

describe("what changes it", () => {
  it("loses nothing by waiting where it cannot end within the plan", () => {
    const [, itsNext] = initiativeFigures(requestWith({ quarters: 2 }), PLAN.slice(0, 1));
    expect(itsNext!.wsjf).toMatchObject({ value: expect.closeTo(37.5, 9) as number, timeCriticality: 0 });
  });

  it("enables nothing by what is left out, and stays in the list when it is left out itself", () => {
    const found = initiativeFigures(requestWith({ excluded: ["next"] }), PLAN.slice(0, 1));
    expect(found.map((its) => [its.initiative, its.wsjf.enables])).toEqual([
      ["base", 0],
      ["next", 0],
      ["side", 0],
    ]);
  });

  it("is there for what raises nothing and is needed first", () => {
    const ground = initiative("ground", { effort: { people: 1 }, raises: {} });
    const upon = initiative("upon", { effort: { people: 1 }, raises: { c: "o2" }, requires: ["ground"] });
    const [its] = initiativeFigures(requestWith({}, [upon, ground]), []);
    expect(its).toMatchObject({ initiative: "ground", alone: 0, rice: { reach: 0, impact: 0 }, wsjf: { value: 0, timeCriticality: 0 } });
    expect(its!.wsjf.enables).toBeCloseTo(25, 9);
    expect(rice(its!.rice)).toBe(0);
  });

  it("values by importance and by what promises came to, and not by the target; RICE stays", () => {
    const two = definitionOf([dimension("d"), dimension("f")], [single("a", "d", [0, 1]), single("b", "f", [0, 1])]);
    const start = { a: answered("o0"), b: answered("o0") };
    const one = initiative("one", { effort: { people: 1 }, raises: { a: "o1" } });
    const perQuarter = { people: 1 };
    const importance = { fixture: { d: 3 } };
    const [its] = initiativeFigures(planRequest(two, start, [one], { quarters: 1, perQuarter, importance, realised: { one: 0.8 }, target: 10 }), []);
    // 3 of 4 parts of the score, and 0.8 of that: 60 points. Published it is one half: 50.
    expect(its!.wsjf.value).toBeCloseTo(60, 9);
    expect(its!.rice).toMatchObject({ reach: 1, impact: expect.closeTo(50, 9) as number });
  });

  it("has no quotient where no effort is known", () => {
    const free = { ...side, effort: {} };
    const found = initiativeFigures(requestWith({}, [free, base]), []);
    expect(found.map((its) => [its.initiative, rice(its.rice), wsjf(its.wsjf) === null])).toEqual([
      ["base", expect.closeTo(3.125, 9), false],
      ["side", null, true],
    ]);
    expect(placedBy(found, (its) => rice(its.rice)).map(({ place }) => place)).toEqual([1, null]);
  });
});

describe("of whatever request", () => {
  const shapes = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    allKinds: fc.boolean(),
    carried: fc.boolean(),
  });
  const requestOf = ({ seed, ...shape }: { seed: number; allKinds: boolean; carried: boolean }) =>
    randomRequest({ initiatives: 10, quarters: 4, items: 14, share: 0.5, ...shape }, seed);
  const planned = (request: PlanRequest) => {
    const plan = firstPlan(request);
    return plan.status === "impossible" ? null : plan;
  };

  it("points are those of the true rescore, and valued ones those of the valued score", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = valuedByChance(requestOf(shape), { target: false, importance: true, realised: true }, shape.seed);
        const plan = planned(request);
        if (!plan) return;
        const inPlan = plan.items.map((item) => item.initiative);
        for (const its of initiativeFigures(request, plan.items)) {
          expect(its.alone).toBeCloseTo(scoreAfter(request, [its.initiative]) - scoreAfter(request, []), 9);
          expect(its.rice.reach * its.rice.impact).toBeCloseTo(its.alone, 9);
          if (its.startQuarter === null) expect(its.besidePlan).toBeCloseTo(scoreAfter(request, [...inPlan, its.initiative]) - scoreAfter(request, inPlan), 9);
          expect(its.wsjf.value).toBeCloseTo(valuedAfter(request, [its.initiative]) - valuedAfter(request, []), 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("twice the effort is half of both quotients, and the order given changes nothing", () => {
    fc.assert(
      fc.property(shapes, fc.infiniteStream(fc.nat(1000)), (shape, keys) => {
        const request = requestOf(shape);
        // Where too little was answered there is nothing to plan from.
        if (isImpossible(preparePlanning(request))) return;
        const found = initiativeFigures(request, []);
        const dear = request.initiatives.map((i) => ({
          ...i,
          effort: Object.fromEntries(Object.entries(i.effort).map(([pool, e]) => [pool, e && { ...e, likely: e.likely * 2 }])),
        }));
        const keyed = dear.map((i) => ({ i, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
        const twice = initiativeFigures({ ...request, initiatives: keyed.map(({ i }) => i) }, []);
        expect(twice.map((its) => its.initiative)).toEqual(found.map((its) => its.initiative));
        for (const [k, its] of twice.entries()) {
          for (const figure of [its.alone, its.besidePlan, ...Object.values(its.rice), ...Object.values(its.wsjf)]) expect(figure).toBeGreaterThanOrEqual(0);
          if (rice(its.rice) !== null) expect(rice(its.rice)! * 2).toBeCloseTo(rice(found[k]!.rice)!, 9);
          if (wsjf(its.wsjf) !== null) expect(wsjf(its.wsjf)! * 2).toBeCloseTo(wsjf(found[k]!.wsjf)!, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});
