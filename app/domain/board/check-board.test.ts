import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { quarterAfter } from "../cycles/period.ts";
import { checkPlan } from "../roadmap/check-plan.ts";
import { type BoardEntry, workOf } from "./board-card.ts";
import { type BoardWarning, checkBoard } from "./check-board.ts";
import type { PlanLimits } from "./quarter-load.ts";

/** Two person-weeks of people and one of technology a quarter, four quarters from the first of 2027, 20 EUR in each. */
const limits: PlanLimits = {
  firstQuarter: "2027-Q1",
  settings: { quarters: 4, capacity: { people: [2, 2, 2, 2], technology: [1, 1, 1, 1] }, budget: [20, 20, 20, 20] },
};

type Shape = Partial<Pick<BoardEntry, "state" | "startQuarter" | "endedOn">> & Partial<NonNullable<BoardEntry["work"]>>;
const entry = (id: string, { state = "planned", startQuarter = null, endedOn = null, ...work }: Shape): BoardEntry => ({
  ...{ id: `row-${id}`, planId: id, title: `Title of ${id}`, state, startQuarter, endedOn },
  work: { quarters: 1, effort: {}, cost: 0, requires: [], ...work },
});
const base = (shape: Shape = {}) => entry("base", { startQuarter: "2027-Q1", quarters: 2, ...shape });
const next = (shape: Shape = {}) => entry("next", { startQuarter: "2027-Q3", requires: ["base"], ...shape });

describe("what does not fit on a board", () => {
  it("is nothing where what one rests on has ended before it starts", () => {
    expect(checkBoard([base(), next()], limits)).toEqual([]);
    expect(checkBoard([base(), next()], null)).toEqual([]);
  });

  it.each<[string, BoardEntry[], BoardWarning[]]>([
    ["one that starts while the other still goes on", [base(), next({ startQuarter: "2027-Q2" })], [rests("late")]],
    ["one that starts before it", [base({ startQuarter: "2028-Q1" }), next()], [rests("late")]],
    ["one that is under way too early", [base(), next({ startQuarter: "2027-Q2", state: "under_way" })], [rests("late")]],
    ["one whose basis is nowhere", [next()], [rests("not_planned")]],
    ["one without a quarter whose basis is nowhere", [next({ startQuarter: null })], [rests("not_planned")]],
    ["one whose basis is only proposed", [base({ state: "proposed" }), next()], [rests("not_planned")]],
    ["one whose basis was dropped", [base({ state: "dropped" }), next()], [rests("not_planned")]],
    ["one whose basis has no quarter", [base({ startQuarter: null }), next()], [rests("no_quarter")]],
    ["one whose basis is done, whenever it was to be", [base({ state: "done", startQuarter: "2027-Q4" }), next()], []],
    ["one without a quarter yet", [base(), next({ startQuarter: null })], []],
    ["what is only proposed", [next({ state: "proposed" })], []],
    ["what is done", [next({ state: "done" })], []],
    ["what was dropped", [next({ state: "dropped" })], []],
    ["one of which the library knows no more", [{ ...next(), work: null }], []],
    ["one that rests on what the library knows no more", [{ ...base(), work: null }, next()], []],
  ])("of %s, plan or no plan", (_, board, expected) => {
    expect(checkBoard(board, null)).toEqual(expected);
    expect(checkBoard(board, { ...limits, settings: { ...limits.settings, quarters: 12 } }).filter(({ kind }) => kind === "prerequisite")).toEqual(expected);
  });

  it("is what reaches beyond the plan; what is under way may have begun before it", () => {
    const only = (shape: Shape) => checkBoard([entry("one", shape)], limits);
    const horizon = (side: "before" | "after", quarter: string) => [{ kind: "horizon", initiatives: ["row-one"], side, quarter }];
    expect(only({ startQuarter: "2026-Q4" })).toEqual(horizon("before", "2027-Q1"));
    expect(only({ startQuarter: "2026-Q4", state: "under_way", quarters: 2 })).toEqual([]);
    expect(only({ startQuarter: "2027-Q4" })).toEqual([]);
    expect(only({ startQuarter: "2027-Q4", quarters: 2 })).toEqual(horizon("after", "2027-Q4"));
    expect(only({ startQuarter: "2027-Q4", quarters: 2, state: "under_way" })).toEqual(horizon("after", "2027-Q4"));
    expect(only({ startQuarter: "2027-Q4", quarters: 2, state: "proposed" })).toEqual([]);
    expect(only({ startQuarter: "2028-Q1", quarters: 2, state: "done" })).toEqual([]);
  });

  it("is a quarter that takes more of a pool than there is, on every card that uses it there", () => {
    const board = [
      entry("a", { startQuarter: "2027-Q1", quarters: 2, effort: { people: 3 } }),
      entry("b", { startQuarter: "2027-Q2", effort: { people: 1.5 } }),
      entry("c", { startQuarter: "2027-Q2", effort: { technology: 1 } }),
    ];
    expect(checkBoard(board, limits)).toEqual([
      { kind: "capacity", initiatives: ["row-a", "row-b"], pool: "people", quarter: "2027-Q2", used: 3, available: 2 },
    ]);
  });

  it("takes a pool that the plan does not name for one without anybody", () => {
    expect(checkBoard([entry("a", { startQuarter: "2027-Q3", effort: { content: 0.5 } })], limits)).toEqual([
      { kind: "capacity", initiatives: ["row-a"], pool: "content", quarter: "2027-Q3", used: 0.5, available: 0 },
    ]);
  });

  it("does not count what is only proposed or was dropped, and what is done only until it was", () => {
    const with3 = (shape: Shape) => checkBoard([entry("a", { startQuarter: "2027-Q1", quarters: 2, effort: { people: 6 }, ...shape })], limits);
    const quarters = (shape: Shape) => with3(shape).map((warning) => "quarter" in warning && warning.quarter);
    expect(quarters({})).toEqual(["2027-Q1", "2027-Q2"]);
    expect(quarters({ state: "under_way" })).toEqual(["2027-Q1", "2027-Q2"]);
    expect(quarters({ state: "proposed" })).toEqual([]);
    expect(quarters({ state: "dropped", endedOn: "2027-06-30" })).toEqual([]);
    expect(quarters({ state: "done", endedOn: "2027-06-30" })).toEqual(["2027-Q1", "2027-Q2"]);
    expect(quarters({ state: "done", endedOn: "2027-03-31" })).toEqual(["2027-Q1"]);
    expect(quarters({ state: "done", endedOn: null })).toEqual(["2027-Q1", "2027-Q2"]);
  });

  it("is a quarter that costs more than there is, and never one of a plan without a budget", () => {
    const board = [entry("a", { startQuarter: "2027-Q1", quarters: 3, cost: 63 }), entry("b", { startQuarter: "2027-Q3" })];
    const over = (quarter: string) => ({ kind: "budget", initiatives: ["row-a"], quarter, used: 21, available: 20 });
    expect(checkBoard(board, limits)).toEqual([over("2027-Q1"), over("2027-Q2"), over("2027-Q3")]);
    const { quarters, capacity } = limits.settings;
    expect(checkBoard(board, { ...limits, settings: { quarters, capacity } })).toEqual([]);
  });

  it("is not what fits to the last twelfth", () => {
    const third = (id: string) => entry(id, { startQuarter: "2027-Q1", quarters: 3, effort: { people: 2 } });
    expect(checkBoard(["a", "b", "c"].map(third), limits)).toEqual([]);
  });

  it("is what a plan of the same quarters is at fault for", () => {
    const shape = { initiatives: 8, quarters: 4, items: 6, share: 0.6, budgeted: true };
    const startsOf = fc.array(fc.option(fc.integer({ min: -1, max: 6 })), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e5 }), startsOf, (seed, starts) => {
        const { initiatives, settings, assessments } = randomRequest(shape, seed);
        const inPlan = initiatives.flatMap((initiative, n) => (starts[n] === null ? [] : [{ initiative, start: starts[n]! }]));
        const board = inPlan.map(({ initiative, start }): BoardEntry => ({
          ...{ id: `row-${initiative.id}`, planId: initiative.id, title: initiative.title, state: "planned", endedOn: null },
          ...{ startQuarter: quarterAfter("2027-Q1", start - 1), work: workOf(initiative) },
        }));
        const plan = Object.fromEntries(inPlan.map(({ initiative, start }) => [initiative.id, start]));
        const faults = checkPlan({ initiatives, settings, assessments }, plan).map(({ kind }) => kind);
        const warnings = checkBoard(board, { firstQuarter: "2027-Q1", settings }).map(({ kind }) => kind);
        expect(warnings.sort()).toEqual(faults.sort());
      }),
      { numRuns: 500 },
    );
  });
});

function rests(why: "not_planned" | "no_quarter" | "late"): BoardWarning {
  return { kind: "prerequisite", initiatives: ["row-next"], requires: "base", why };
}
