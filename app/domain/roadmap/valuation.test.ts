import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest, valuedByChance } from "../../../tests/factories/random-plan-request.ts";
import { objectiveOf, valuedAfter } from "../../../tests/oracle/plan-oracle.ts";
import { compile } from "../scoring/compile.ts";
import { admissionSentence } from "./admission-sentence.ts";
import { raisedByQuarter } from "./draft.ts";
import { firstPlan } from "./first-plan.ts";
import type { PlanRequest, PlanResult } from "./plan.ts";
import { isImpossible, preparePlanning } from "./planning-instance.ts";
import { RaisedArea } from "./raised-area.ts";

const shapes = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  allKinds: fc.boolean(),
  carried: fc.boolean(),
  target: fc.boolean(),
  importance: fc.boolean(),
  realised: fc.boolean(),
});

function requestOf({ seed, allKinds, carried, ...what }: typeof shapes extends fc.Arbitrary<infer Shape> ? Shape : never): PlanRequest {
  return valuedByChance(randomRequest({ initiatives: 10, quarters: 4, items: 18, share: 0.5, allKinds, carried }, seed), what, seed);
}

function planned(request: PlanRequest): PlanResult {
  const outcome = firstPlan(request);
  if (outcome.status === "impossible") throw new Error(outcome.problems[0]?.message);
  return outcome;
}

const finishedBy = (request: PlanRequest, ends: ReadonlyMap<number, number>, quarter: number) =>
  [...request.initiatives]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((i, n) => {
      const end = ends.get(n) ?? 0;
      return end > 0 && end <= quarter ? [i.id] : [];
    });

describe("the valued score", () => {
  it("is what the oracle values, quarter by quarter, through any sequence of changes", () => {
    let capped = 0;
    fc.assert(
      fc.property(shapes, fc.array(fc.tuple(fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: 25 }), (shape, changes) => {
        const request = requestOf(shape);
        const instance = preparePlanning(request);
        if (isImpossible(instance)) return;
        const area = new RaisedArea(instance);
        const ends = new Map<number, number>();
        for (const [n, end] of changes) {
          area.finish(n, end);
          ends.set(n, end);
        }
        const expected = [1, 2, 3, 4].map((quarter) => valuedAfter(request, finishedBy(request, ends, quarter)));
        area.byQuarter().forEach((raised, index) => expect(instance.valuedToday + raised).toBeCloseTo(expected[index]!, 9));
        expect(instance.valuedToday).toBeCloseTo(valuedAfter(request, []), 9);
        const sum = expected.reduce((total, score, index) => total + 0.95 ** index * (score - instance.valuedToday), 0);
        expect(area.total).toBeCloseTo(sum, 8);
        if (expected.at(-1) === request.settings.target && expected[0] !== expected.at(-1)) capped++;
        area.clear();
        expect(area.total).toBe(0);
      }),
      { numRuns: 200 },
    );
    expect(capped).toBeGreaterThan(5);
  });

  it("leaves the projected score as it is, and is that score where nothing is said of it", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const request = requestOf(shape);
        const outcome = firstPlan(request);
        if (outcome.status === "impossible") return;
        const starts = Object.fromEntries(outcome.items.map((i) => [i.initiative, i.startQuarter]));
        const plain = { ...request, settings: { ...request.settings, target: null, importance: {}, realised: {} } };
        const finished = (quarter: number) => outcome.items.filter((i) => i.endQuarter <= quarter).map((i) => i.initiative);
        outcome.projected.forEach((score, index) => expect(score).toBeCloseTo(valuedAfter(plain, finished(index + 1)), 9));
        outcome.valued.forEach((score, index) => expect(score).toBeCloseTo(valuedAfter(request, finished(index + 1)), 9));
        expect(outcome.objective).toBeCloseTo(objectiveOf(request, starts), 8);
        expect(outcome.idle).toBeCloseTo(objectiveOf(request, {}), 8);
        expect(outcome.items.reduce((sum, i) => sum + i.gain, outcome.today)).toBeCloseTo(outcome.projected.at(-1)!, 9);
        if (!shape.target && !shape.importance && !shape.realised) {
          expect([outcome.valuedToday, outcome.valued]).toEqual([outcome.today, outcome.projected]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("is the same where every importance and every share that is said is 1", () => {
    const request = randomRequest({ initiatives: 10, quarters: 4, items: 18, share: 0.5 }, 3);
    const settings = { ...request.settings, importance: { invented: { "dimension-000": 1 } }, realised: { "initiative-000": 1 } };
    expect(firstPlan({ ...request, settings })).toEqual(firstPlan(request));
  });
});

const definition = definitionOf(
  [dimension("d"), dimension("e", { weight: 3 }), dimension("hidden")],
  [single("a", "d", [0, 0.5, 1]), scale("b", "e", 0, 4), single("h", "hidden", [0, 0.5, 1])],
);
const answers = { a: answered("o0"), b: answered(1), h: NOT_SURE };
const ofD = initiative("of-d", { effort: { people: 2 }, raises: { a: "o2" } });
const ofE = initiative("of-e", { effort: { people: 2 }, raises: { b: 4 } });
const room = { quarters: 2, perQuarter: { people: 2 } };
const places = (plan: PlanResult) => Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter]));

describe("importance", () => {
  it("weighs dimensions in what is valued, and says so in the figures", () => {
    // d 0, e 25: published 18.75. "of-e" brings 75 x 3/4 = 56.25 points, "of-d" 100 / 4 = 25: first "of-e".
    const plain = planned(planRequest(definition, answers, [ofD, ofE], room));
    expect([plain.today, plain.valuedToday, places(plain)]).toEqual([18.75, 18.75, { "of-e": 1, "of-d": 2 }]);
    // d counts four times: weights 4 and 3. Today 75/7; "of-d" brings 400/7, "of-e" 225/7: first "of-d".
    const weighed = planned(planRequest(definition, answers, [ofD, ofE], { ...room, importance: { fixture: { d: 4 } } }));
    expect(places(weighed)).toEqual({ "of-d": 1, "of-e": 2 });
    expect([weighed.today, ...weighed.projected]).toEqual([18.75, 43.75, 100]);
    expect(weighed.valuedToday).toBeCloseTo(75 / 7, 12);
    expect(weighed.valued[0]).toBeCloseTo(475 / 7, 12);
    expect(weighed.valued[1]).toBeCloseTo(100, 12);
  });

  it("of 0 leaves out what raises nothing else, and says why", () => {
    const request = planRequest(definition, answers, [ofD, ofE], { ...room, importance: { fixture: { d: 0, hidden: 3 } } });
    const plan = planned(request);
    expect(places(plan)).toEqual({ "of-e": 1 });
    expect(plan.notPlanned.map((n) => [n.initiative, n.needs.kind, sentence(request, n)])).toEqual([
      ["of-d", "not-valued", "Nothing: what it would raise has no importance in this plan, or its promise is not reckoned with."],
    ]);
  });

  it("of 0 keeps a dimension in the plan that carries one of importance, and not one that is only carried", () => {
    const stages = definitionOf([dimension("goals"), dimension("story", { carriedBy: "goals" })], [scale("g", "goals", 0, 4), scale("s", "story", 0, 4)]);
    const goals = initiative("goals", { effort: { people: 1 }, raises: { g: 4 } });
    const story = initiative("story", { effort: { people: 1 }, raises: { s: 4 } });
    const make = (importance: Record<string, number>) =>
      planned(
        planRequest(stages, { g: answered(1), s: answered(2) }, [goals, story], {
          quarters: 1,
          perQuarter: { people: 2 },
          importance: { fixture: importance },
        }),
      );
    // Story counts min(100, 100) when both are raised, and 50 of its own when goals alone is.
    expect(make({ goals: 0 })).toMatchObject({ items: [{ initiative: "goals" }, { initiative: "story" }], valuedToday: 25, valued: [100] });
    const without = make({ story: 0 });
    expect(without).toMatchObject({ items: [{ initiative: "goals" }], valuedToday: 25, valued: [100] });
    expect(without.notPlanned.map((n) => n.needs.kind)).toEqual(["not-valued"]);
  });

  it("cannot be 0 for all that has a score, nor name what is not there", () => {
    const problems = (importance: Record<string, Record<string, number>>) => {
      const plan = firstPlan(planRequest(definition, answers, [ofD, ofE], { ...room, importance }));
      return plan.status === "impossible" ? plan.problems.map((p) => [p.code, p.message]) : [];
    };
    const nothing = 'Every dimension of "fixture" that has a score has the importance 0: give at least one of them more.';
    expect(problems({ fixture: { d: 0, e: 0, hidden: 2 } })).toEqual([["no-importance", nothing]]);
    expect(problems({ fixture: { d: 0, e: 0.5, hidden: 0 } })).toEqual([]);
    expect(problems({ fixture: { d: 2, nowhere: 1 }, other: { d: 1 } })).toEqual([
      ["unknown-dimension", '"fixture" has no dimension "nowhere".'],
      ["unknown-dimension", 'The importance names "other", which is not among the assessments of this plan.'],
    ]);
    expect(problems({ constructor: { d: 1 } })).toHaveLength(1);
    expect(problems({ fixture: { constructor: 1 } })).toHaveLength(1);
  });
});

describe("realised shares", () => {
  it("scale what is promised, up to all there is", () => {
    const list = definitionOf([dimension("d")], [multi("list", "d", [0.4, 0.3, 0.3, 0.3])]);
    const two = initiative("two", { effort: { people: 1 }, raises: { list: ["p1", "p2"] } });
    const valued = (share: number) =>
      planned(planRequest(list, { list: answered(["p0"]) }, [two], { quarters: 1, perQuarter: { people: 1 }, realised: { two: share } }));
    // From 0.4: two practices of 0.3 each, halved 0.15 each; once and a half 0.9 in all, of which 0.6 are left to gain.
    expect(valued(0.5)).toMatchObject({ projected: [100], valuedToday: 40 });
    expect(valued(0.5).valued[0]).toBeCloseTo(70, 9);
    expect(valued(1.5).valued[0]).toBeCloseTo(100, 9);
    expect(valued(0)).toMatchObject({ items: [], projected: [40], valued: [40], notPlanned: [{ needs: { kind: "not-valued" } }] });
  });

  it("put first what keeps its promises", () => {
    // By promise "of-e" brings 56.25 and "of-d" 25; a third of 56.25 is less than 25.
    const plan = planned(planRequest(definition, answers, [ofD, ofE], { ...room, realised: { "of-e": 0.33 } }));
    expect(places(plan)).toEqual({ "of-d": 1, "of-e": 2 });
    expect(plan.projected).toEqual([43.75, 100]);
    expect(plan.valued[1]).toBeCloseTo(43.75 + 0.33 * 56.25, 9);
  });

  it("name initiatives that there are", () => {
    const plan = firstPlan(planRequest(definition, answers, [ofD], { ...room, realised: { nobody: 1 } }));
    expect(plan.status === "impossible" && plan.problems.map((p) => [p.code, ...p.initiatives])).toEqual([["unknown-initiative", "nobody"]]);
  });
});

describe("a target", () => {
  it("that is reached already leaves nothing to plan, which is proven", () => {
    const request = planRequest(definition, answers, [ofD, ofE], { ...room, target: 18.75 });
    const plan = planned(request);
    expect(plan).toMatchObject({ status: "optimal", items: [], gap: 0, today: 18.75, valuedToday: 18.75, valued: [18.75, 18.75] });
    expect(plan.notPlanned.map((n) => [n.needs.kind, sentence(request, n)])).toEqual([
      ["target-reached", "Nothing: the plan reaches your target without it."],
      ["target-reached", "Nothing: the plan reaches your target without it."],
    ]);
    expect(planned(planRequest(definition, answers, [ofD], { ...room, target: 10 }))).toMatchObject({ valuedToday: 10, items: [] });
  });

  it("leaves out what is not needed for it", () => {
    // "of-e" alone brings 75, beyond the 60; "of-d" would fit in the second quarter.
    const plan = planned(planRequest(definition, answers, [ofD, ofE], { ...room, target: 60 }));
    expect(plan).toMatchObject({ items: [{ initiative: "of-e", gain: 56.25 }], projected: [75, 75], valued: [60, 60] });
    expect(plan.notPlanned.map((n) => n.needs.kind)).toEqual(["target-reached"]);
  });

  it("that is out of reach asks for more as any plan does", () => {
    const plan = planned(planRequest(definition, answers, [ofD, ofE], { ...room, quarters: 1, target: 99 }));
    expect(plan).toMatchObject({ items: [{ initiative: "of-e" }], valued: [75], notPlanned: [{ needs: { kind: "capacity" } }] });
  });

  it("is kept apart from what the plan raises beyond it", () => {
    const instance = preparePlanning(planRequest(definition, answers, [ofD, ofE], { ...room, target: 50 }));
    if (isImpossible(instance)) throw new Error("unexpected");
    expect(raisedByQuarter(instance, [2, 1])).toEqual([31.25, 31.25]);
  });
});

function sentence(request: PlanRequest, entry: PlanResult["notPlanned"][number]): string {
  const assessments = request.assessments.map((a) => compile(a.definition));
  const names = { assessments, initiativeById: new Map(request.initiatives.map((i) => [i.id, i])), quarters: request.settings.quarters };
  return admissionSentence(entry, names, english);
}
