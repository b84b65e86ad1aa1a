import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { fieldsOfKpi, typeable } from "./kpi-fields.ts";
import { readKpiChange, readNewKpi } from "./kpi-form.ts";
import { displayReading, periodInWords, signalsInWords, standingInWords } from "./kpi-in-words.ts";
import { readKpiQuery } from "./kpi-query.ts";
import { readNewReading, readReadingChange, readRemoval, readUndo } from "./reading-form.ts";
import { periodOf } from "./reading-period.ts";
import { runSignals } from "./run-signals.ts";
import { targetStanding } from "./target-standing.ts";
import { readTargets, targetQuarters } from "./targets-form.ts";

const TODAY = "2027-02-03";
const OWNER = "01890000-0000-7000-8000-000000000001";
const choices = { ownerIds: [OWNER], libraryIds: ["renewal-rate"] };
const full = {
  ...{ once: OWNER, library: "", name: " Renewals ", unit: "%", definition: "Renewed\r\nof due", better: "up", cadence: "month", owner: OWNER },
  ...{ baseline: "61,5", baselineOn: "2026-12-31", worst: "40", middle: "60.125", best: "80" },
};
const terms = {
  ...{ name: "Renewals", unit: "%", definition: "Renewed\nof due", higherIsBetter: true, cadence: "month", ownerId: OWNER },
  ...{ baseline: 61.5, baselineOn: "2026-12-31", anchors: { worst: 40, middle: 60.125, best: 80 } },
};
const problems = (changed: Record<string, string>) => readNewKpi({ ...full, ...changed }, choices, TODAY, english).problems;

describe("the form of a KPI", () => {
  it("is read whole, and with only what it needs", () => {
    expect(readNewKpi(full, choices, TODAY, english).values).toEqual({ ...terms, once: OWNER, libraryId: null });
    expect(readNewKpi({ once: OWNER, name: "Calls", better: "down", cadence: "quarter" }, choices, TODAY, english).values).toEqual({
      ...{ name: "Calls", unit: "", definition: null, higherIsBetter: false, cadence: "quarter", ownerId: null },
      ...{ baseline: null, baselineOn: null, anchors: null, once: OWNER, libraryId: null },
    });
  });

  it.each([
    [{ name: " " }, ["name"]],
    [{ name: "a\u202eb" }, ["name"]],
    [{ better: "sideways", cadence: "week" }, ["better", "cadence"]],
    [{ owner: "01890000-0000-7000-8000-000000000002" }, ["owner"]],
    [{ baseline: "1,234" }, ["baseline"]],
    [{ baseline: "1e5" }, ["baseline"]],
    [{ baseline: "2000000000" }, ["baseline"]],
    [{ baseline: "" }, ["baseline"]],
    [{ baselineOn: "2027-02-04" }, ["baselineOn"]],
    [{ baselineOn: "2027-02-30" }, ["baselineOn"]],
    [{ middle: "" }, ["middle"]],
    [{ middle: "80" }, ["middle"]],
    [{ better: "down" }, ["middle"]],
    [{ definition: "x".repeat(1001) }, ["definition"]],
    [{ library: "no-such-entry" }, ["name"]],
    [{ surplus: "1" }, ["name"]],
    [{ once: "mine" }, ["name"]],
  ] as const)("refuses %j", (changed, fields) => expect(problems(changed)?.map(({ field }) => field)).toEqual(fields));

  it("comes back from its fields as it was, in both languages", () => {
    const kpi = { ...terms, cadence: "month" as const };
    for (const words of [english, finnish]) {
      const fields = { ...fieldsOfKpi(kpi, words.language), revision: "3" };
      expect(readKpiChange(fields, choices.ownerIds, TODAY, words).values).toEqual({ ...kpi, revision: 3 });
    }
    expect([typeable(-0.125, "fi"), typeable(1234.5, "fi"), typeable(-2, "fi"), typeable(1234.5, "en")]).toEqual(["-0.125", "1234,5", "-2", "1234.5"]);
  });

  it("of an old revision is a number above 0", () => {
    expect(readKpiChange({ ...fieldsOfKpi({ ...terms, cadence: "month" }, "en"), revision: "0" }, choices.ownerIds, TODAY, english).problems).toHaveLength(1);
  });
});

describe("the form of targets", () => {
  it("has the quarters ahead and those that are set", () => {
    expect(targetQuarters({ "2025-Q4": 3, "2027-Q2": 4 }, TODAY)).toEqual([
      ...["2025-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"],
      ...["2028-Q1", "2028-Q2", "2028-Q3", "2028-Q4"],
    ]);
  });

  it("is read with its empty fields left out, and refuses what is no figure and what it has no field for", () => {
    const quarters = ["2027-Q1", "2027-Q2"];
    const fields = { revision: "2", "target-2027-Q1": "42,5", "target-2027-Q2": " " };
    expect(readTargets(fields, quarters, english).values).toEqual({ revision: 2, targets: { "2027-Q1": 42.5 } });
    expect(readTargets({ ...fields, "target-2027-Q2": "much" }, quarters, english).problems?.map(({ field }) => field)).toEqual(["target-2027-Q2"]);
    expect(readTargets({ ...fields, "target-2099-Q1": "1" }, quarters, english).problems).toHaveLength(1);
  });
});

describe("the forms of a reading", () => {
  const entered = { intent: "add-reading", on: TODAY, value: "-2,5", note: " checked " };

  it("are read, of a day until today", () => {
    expect(readNewReading(entered, TODAY, english).values).toEqual({ on: TODAY, value: -2.5, note: "checked" });
    expect(readNewReading({ ...entered, on: "2027-02-04", value: "", note: "x".repeat(301) }, TODAY, english).problems?.map(({ field }) => field)).toEqual([
      "on",
      "value",
      "note",
    ]);
    expect(readNewReading({ ...entered, on: "1989-12-31" }, TODAY, english).problems).toHaveLength(1);
    expect(readNewReading({ ...entered, surplus: "1" }, TODAY, english).problems).toHaveLength(1);
    expect(readReadingChange({ revision: "1", value: "3", note: "" }, english).values).toEqual({ revision: 1, value: 3, note: null });
  });

  it("of removing and putting back take what the page sends, and nothing else", () => {
    expect(readRemoval({ intent: "remove-reading", on: TODAY, revision: "4" })).toEqual({ on: TODAY, revision: 4 });
    expect(readRemoval({ intent: "remove-reading", on: "today", revision: "4" })).toBeNull();
    const undo = { ...entered, intent: "restore-reading", source: "csv" };
    expect(readUndo(undo, TODAY, english)).toEqual({ on: TODAY, value: -2.5, note: "checked", source: "csv" });
    expect(readUndo({ ...undo, source: "guess" }, TODAY, english)).toBeNull();
  });
});

describe("a list's address", () => {
  it("says what is wanted, and nonsense is the beginning", () => {
    expect(readKpiQuery(new URLSearchParams("q=calls&sort=due&archived=yes&page=3"))).toEqual({ q: "calls", sort: "due", archived: true, page: 3 });
    expect(readKpiQuery(new URLSearchParams("q=%00a&sort=size&archived=1&page=-1"))).toEqual({ q: "a", sort: "name", archived: false, page: 1 });
  });
});

describe("in words", () => {
  it("how a reading stands to its quarter's target, or to the next one", () => {
    const targets = { "2027-Q1": 50, "2027-Q3": 60 };
    const said = (higherIsBetter: boolean, on: string, value: number) => standingInWords(targetStanding(targets, higherIsBetter, { on, value }), english, "%");
    expect(said(true, "2027-01-31", 42)).toBe("below its target for 2027-Q1 (50\u00a0%)");
    expect(said(true, "2027-01-31", 50)).toBe("meets its target for 2027-Q1 (50\u00a0%)");
    expect(said(false, "2027-01-31", 50.5)).toBe("above its target for 2027-Q1 (50\u00a0%)");
    expect(said(false, "2027-01-31", 42)).toBe("meets its target for 2027-Q1 (50\u00a0%)");
    expect(said(true, "2027-04-30", 42)).toBe("below its target for 2027-Q3 (60\u00a0%)");
    expect(said(true, "2027-12-31", 42)).toBe("no target");
    expect(targetStanding(targets, true, null)).toBeNull();
  });

  it("figures and periods by language", () => {
    expect([displayReading(42.5, "%", english), displayReading(42.5, "%", finnish), displayReading(0.125, "", english)]).toEqual([
      "42.5\u00a0%",
      "42,5\u00a0%",
      "0.125",
    ]);
    expect([english, finnish].map((words) => periodInWords(periodOf("2027-03-15", "month"), words))).toEqual(["March 2027", "maaliskuu 2027"]);
    expect(periodInWords(periodOf("2027-03-15", "quarter"), english)).toBe("2027-Q1");
  });

  it("what a chart shows, without a word of causes", () => {
    const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-28`);
    const values = [1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9];
    expect(signalsInWords(runSignals(values), days, english)).toEqual([
      "Shift: 6 readings in a row lie below the median, from 28 January 2026 to 28 June 2026.",
      "Shift: 6 readings in a row lie above the median, from 28 July 2026 to 28 December 2026.",
    ]);
    expect(signalsInWords([], days, english)).toEqual(["No shift of six readings and no trend of five: what you see may be nothing but going up and down."]);
    expect(signalsInWords([], days.slice(0, 9), english)).toEqual(["Once there are 10 readings, the chart is searched for shifts and trends."]);
  });
});
