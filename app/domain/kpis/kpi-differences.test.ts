import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { kpiDifferences, readingDifferences, targetDifferences } from "./kpi-differences.ts";

const kpi = {
  ...{ name: "Renewals", unit: "%", definition: "Renewed of due", higherIsBetter: true, cadence: "month" as const, ownerId: "x", ownerName: "Ada" },
  ...{ baseline: 61.5, baselineOn: "2026-12-31", anchors: { worst: 40, middle: 60.125, best: 80 } },
};

describe("in what two people differ", () => {
  it("about a KPI is said in words, whatever it is and in the order of the form", () => {
    const nothing = {
      ...{ name: "Calls", unit: "", definition: null, higherIsBetter: false, cadence: "quarter" as const, ownerId: null, ownerName: null },
      ...{ baseline: null, baselineOn: null, anchors: null },
    };
    expect(kpiDifferences(kpi, nothing, english)).toEqual([
      { field: "Name", savedNow: "Renewals", yours: "Calls" },
      { field: "Unit", savedNow: "%", yours: "not said" },
      { field: "Definition", savedNow: "Renewed of due", yours: "not said" },
      { field: "What is better", savedNow: "higher is better", yours: "lower is better" },
      { field: "Read every", savedNow: "month", yours: "quarter" },
      { field: "Owner", savedNow: "Ada", yours: "nobody" },
      { field: "Baseline", savedNow: "61.5\u00a0%", yours: "not said" },
      { field: "Day of the baseline", savedNow: "31 December 2026", yours: "not said" },
      { field: "Worst (0 %)", savedNow: "40\u00a0%", yours: "not said" },
      { field: "Middle (50 %)", savedNow: "60.125\u00a0%", yours: "not said" },
      { field: "Best (100 %)", savedNow: "80\u00a0%", yours: "not said" },
    ]);
    expect(kpiDifferences(kpi, { ...kpi, ownerId: "y" }, english)).toEqual([]);
    expect(kpiDifferences(kpi, { ...kpi, baseline: 0 }, english)).toEqual([{ field: "Baseline", savedNow: "61.5\u00a0%", yours: "0\u00a0%" }]);
  });

  it("about targets is said by quarter, the earliest first", () => {
    const now = { "2027-Q3": 3, "2027-Q1": 0, "2027-Q2": 2 };
    expect(targetDifferences(now, now, "%", english)).toEqual([]);
    expect(targetDifferences(now, { "2027-Q2": 2, "2027-Q3": 3.5, "2026-Q4": 1 }, "%", english)).toEqual([
      { field: "2026-Q4", savedNow: "not said", yours: "1\u00a0%" },
      { field: "2027-Q1", savedNow: "0\u00a0%", yours: "not said" },
      { field: "2027-Q3", savedNow: "3\u00a0%", yours: "3.5\u00a0%" },
    ]);
  });

  it("about a reading is its value or its note", () => {
    const now = { value: 61.5, note: "checked" };
    expect(readingDifferences(now, now, "%", english)).toEqual([]);
    expect(readingDifferences(now, { value: 62, note: null }, "%", english)).toEqual([
      { field: "Value", savedNow: "61.5\u00a0%", yours: "62\u00a0%" },
      { field: "Note", savedNow: "checked", yours: "not said" },
    ]);
  });
});
