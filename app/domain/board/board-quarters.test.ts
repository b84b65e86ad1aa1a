import { describe, expect, it } from "vitest";
import type { BoardCard } from "./board-card.ts";
import { type BoardQuery, isAskedFor } from "./board-filter.ts";
import { readBoardQuery, readGrouping } from "./board-query.ts";
import { quarterChoices, timelineQuarters, waveIn } from "./board-quarters.ts";
import type { PlanLimits } from "./quarter-load.ts";
import { barIn, timelineGroups } from "./timeline-groups.ts";

const OWNER = "01890000-0000-7000-8000-000000000001";
const card = (shape: Partial<BoardCard> = {}): BoardCard => ({
  ...{ id: "a", planId: "a", title: "A", state: "planned", startQuarter: "2027-Q1", endedOn: null, isOwn: false, language: "en" },
  ...{ pillars: ["people", "kpis"], ownerId: null, ownerName: null, dueOn: null, startedOn: null, steps: { all: 0, done: 0 }, revision: 1 },
  work: { quarters: 2, effort: {}, cost: 0, requires: [] },
  ...shape,
});
const limits: PlanLimits = { firstQuarter: "2026-Q4", settings: { quarters: 6, capacity: {} } };

describe("the wave of an initiative", () => {
  it.each([
    ["2026-Q4", "planned", "now"],
    ["2027-Q1", "planned", "now"],
    ["2027-Q2", "under_way", "next"],
    ["2027-Q3", "proposed", "later"],
    ["2029-Q1", "proposed", "later"],
    ["2027-Q1", "done", null],
    ["2027-Q1", "dropped", null],
    [null, "planned", null],
  ] as const)("that starts in %s and is %s is, in the first quarter of 2027, %s", (startQuarter, state, wave) => {
    expect(waveIn("2027-Q1", { startQuarter, state })).toBe(wave);
  });
});

describe("the quarters to choose from", () => {
  it("reach from a year ago to three years ahead, and hold where the initiative is", () => {
    const choices = quarterChoices("2027-Q1", null);
    expect([choices.length, choices[0], choices.at(-1)]).toEqual([17, "2026-Q1", "2030-Q1"]);
    expect(quarterChoices("2027-Q1", "2028-Q1")).toEqual(choices);
    expect(quarterChoices("2027-Q1", "2025-Q2")[0]).toBe("2025-Q2");
    expect(quarterChoices("2027-Q1", "2031-Q2").at(-1)).toBe("2031-Q2");
  });
});

describe("the quarters of a timeline", () => {
  it.each<[string, BoardCard[], PlanLimits | null, string, string]>([
    ["a year where nothing is said", [], null, "2027-Q1", "2027-Q4"],
    ["those of the plan", [], limits, "2026-Q4", "2028-Q1"],
    ["those that initiatives take", [card({ startQuarter: "2026-Q3" }), card({ startQuarter: "2028-Q1" })], null, "2026-Q3", "2028-Q2"],
    ["no more than a year back and three ahead", [card({ startQuarter: "2020-Q1" }), card({ startQuarter: "2040-Q1" })], null, "2026-Q1", "2030-Q1"],
    ["not those of what was dropped", [card({ startQuarter: "2029-Q1", state: "dropped" })], null, "2027-Q1", "2027-Q4"],
    ["one alone of what the library has no more", [card({ startQuarter: "2028-Q2", work: null })], null, "2027-Q1", "2028-Q2"],
  ])("are %s", (_, board, plan, first, last) => {
    const quarters = timelineQuarters("2027-Q1", board, plan);
    expect([quarters[0], quarters.at(-1)]).toEqual([first, last]);
  });
});

describe("a bar", () => {
  it.each([
    ["2027-Q1", "2026-Q4", "begins"],
    ["2027-Q2", "2026-Q4", "goes_on"],
    ["2027-Q3", "2026-Q4", null],
    ["2026-Q4", "2026-Q4", null],
    ["2027-Q2", "2027-Q2", "began_before"],
  ])("of work in the first half of 2027 is, in %s of a timeline from %s, %s", (quarter, first, expected) => {
    expect(barIn(card(), quarter, first)).toBe(expected);
  });

  it("is none without a quarter, and one quarter long where the library knows no more", () => {
    expect(barIn(card({ startQuarter: null }), "2027-Q1", "2027-Q1")).toBeNull();
    expect(barIn(card({ work: null }), "2027-Q1", "2027-Q1")).toBe("begins");
    expect(barIn(card({ work: null }), "2027-Q2", "2027-Q1")).toBeNull();
  });
});

describe("the groups of a timeline", () => {
  const cards = [
    card({ id: "later", startQuarter: "2027-Q4" }),
    card({ id: "now", pillars: ["technology"] }),
    card({ id: "open", startQuarter: null }),
    card({ id: "done", state: "done", startQuarter: null }),
    card({ id: "gone", startQuarter: "2027-Q1", pillars: [] }),
  ];
  const groups = (by: "wave" | "pillar") => timelineGroups(cards, by, "2027-Q1").map((group) => [group.id, group.cards.map(({ id }) => id)]);

  it("are the waves, then what has none", () => {
    expect(groups("wave")).toEqual([
      ["now", ["now", "gone"]],
      ["later", ["later"]],
      ["no_quarter", ["open"]],
      ["ended", ["done"]],
    ]);
  });

  it("are the first pillars, then what has none", () => {
    expect(groups("pillar")).toEqual([
      ["people", ["later", "open", "done"]],
      ["technology", ["now"]],
      ["no_pillar", ["gone"]],
    ]);
  });
});

describe("what an address asks for", () => {
  const read = (text: string) => readBoardQuery(new URLSearchParams(text));

  it("is read as it is said, and is all of it where it is not said well", () => {
    expect(read("")).toEqual({ pillar: null, owner: null, wave: null });
    expect(read(`pillar=kpis&owner=${OWNER}&wave=next`)).toEqual({ pillar: "kpis", owner: OWNER, wave: "next" });
    expect(read("owner=nobody")).toEqual({ pillar: null, owner: "nobody", wave: null });
    expect(read("pillar=x&owner=me&wave=today")).toEqual({ pillar: null, owner: null, wave: null });
    expect([readGrouping(new URLSearchParams("by=pillar")), readGrouping(new URLSearchParams("by=x")), readGrouping(new URLSearchParams())]).toEqual([
      ...["pillar", "wave", "wave"],
    ]);
  });

  it.each<[Partial<BoardQuery>, boolean]>([
    [{}, true],
    [{ pillar: "kpis" }, true],
    [{ pillar: "content" }, false],
    [{ owner: OWNER }, true],
    [{ owner: "01890000-0000-7000-8000-000000000002" }, false],
    [{ owner: "nobody" }, false],
    [{ wave: "now" }, true],
    [{ wave: "later" }, false],
    [{ pillar: "people", owner: OWNER, wave: "later" }, false],
  ])("of %j is met by an initiative of people and KPIs, owned, of now: %s", (query, expected) => {
    const whole = { pillar: null, owner: null, wave: null, ...query };
    expect(isAskedFor(whole, card({ ownerId: OWNER }), "2027-Q1")).toBe(expected);
  });

  it("of nobody is met by one without an owner", () => {
    expect(isAskedFor({ pillar: null, owner: "nobody", wave: null }, card(), "2027-Q1")).toBe(true);
  });
});
