import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/factories/plan-request.ts";
import { type BoardEntry, workOf } from "./board-card.ts";
import { isTooMuch, loadOf, type PlanLimits, quartersOf } from "./quarter-load.ts";

const entry = (id: string, startQuarter: string, quarters: number, people: number, cost = 0): BoardEntry => ({
  ...{ id, planId: id, title: id, state: "planned", startQuarter, endedOn: null },
  work: workOf(initiative(id, { effort: { people }, raises: {}, quarters, cost, requires: ["x"] })),
});
const board = [entry("a", "2026-Q4", 2, 5, 300), entry("b", "2027-Q1", 3, 4.5), entry("c", "2027-Q3", 1, 1, 20)];
const limits: PlanLimits = { firstQuarter: "2027-Q1", settings: { quarters: 2, capacity: { people: [4, 1] }, budget: [150, 149] } };
const QUARTERS = ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"];

describe("what an initiative takes", () => {
  it("is its likely effort and cost", () => {
    expect(board[0]!.work).toEqual({ quarters: 2, effort: { people: 5 }, cost: 300, requires: ["x"] });
  });
});

describe("the load of quarters", () => {
  it("is spread evenly over the quarters of each, and held against the plan in its quarters alone", () => {
    const people = loadOf(board, QUARTERS, limits).map(({ quarter, pools }) => [quarter, pools.people.used, pools.people.available, pools.people.by.join()]);
    expect(people).toEqual([
      ["2026-Q3", 0, null, ""],
      ["2026-Q4", 2.5, null, "a"],
      ["2027-Q1", 4, 4, "a,b"],
      ["2027-Q2", 1.5, 1, "b"],
      ["2027-Q3", 2.5, null, "b,c"],
      ["2027-Q4", 0, null, ""],
    ]);
    const money = loadOf(board, QUARTERS.slice(1, 5), limits).map(({ budget }) => [budget.used, budget.available, budget.by.join()]);
    expect(money).toEqual([
      [150, null, "a"],
      [150, 150, "a"],
      [0, 149, ""],
      [20, null, "c"],
    ]);
  });

  it("of a pool that the plan does not name is held against nothing at all, and without a plan against no figure", () => {
    const [planned] = loadOf(board, ["2027-Q1"], limits);
    expect(planned!.pools.content).toEqual({ used: 0, available: 0, by: [] });
    const [unplanned] = loadOf(board, ["2027-Q1"], null);
    expect([unplanned!.pools.people, unplanned!.budget]).toEqual([
      { used: 4, available: null, by: ["a", "b"] },
      { used: 150, available: null, by: ["a"] },
    ]);
  });

  it("of money is unlimited where the plan has no budget", () => {
    const { quarters, capacity } = limits.settings;
    const [load] = loadOf(board, ["2027-Q1"], { ...limits, settings: { quarters, capacity } });
    expect(load!.budget).toEqual({ used: 150, available: null, by: ["a"] });
  });

  it.each([
    [4, 4, false],
    [4.0000001, 4, false],
    [4.00001, 4, true],
    [0, 0, false],
    [9, null, false],
  ])("of %d where there are %s is too much: %s", (used, available, expected) => {
    expect(isTooMuch({ used, available, by: [] })).toBe(expected);
  });
});

describe("the quarters of a plan", () => {
  it("follow on its first", () => {
    expect(quartersOf({ firstQuarter: "2027-Q3", settings: { quarters: 3, capacity: {} } })).toEqual(["2027-Q3", "2027-Q4", "2028-Q1"]);
  });
});
