import { describe, expect, it } from "vitest";
import { initiativeMarks, type NamingInitiative } from "./initiative-marks.ts";

const initiative = (more: Partial<NamingInitiative>): NamingInitiative => ({
  ...{ id: "1", title: "Answer the phone", state: "planned", startQuarter: null, startedOn: null, endedOn: null },
  ...more,
});
const marksOf = (more: Partial<NamingInitiative>) => initiativeMarks([initiative(more)]).map(({ kind, on, quarter }) => [kind, on, quarter]);

describe("the days of an initiative on the chart of a KPI", () => {
  it("are those it began and was done on", () => {
    expect(marksOf({ state: "done", startQuarter: "2027-Q1", startedOn: "2027-02-03", endedOn: "2027-05-06" })).toEqual([
      ["began", "2027-02-03", null],
      ["done", "2027-05-06", null],
    ]);
    expect(marksOf({ state: "under_way", startQuarter: "2027-Q1", startedOn: "2027-02-03" })).toEqual([["began", "2027-02-03", null]]);
  });

  it("are the first of its quarter where only that is known", () => {
    expect(marksOf({ state: "planned", startQuarter: "2027-Q3" })).toEqual([["begins", "2027-07-01", "2027-Q3"]]);
    expect(marksOf({ state: "under_way", startQuarter: "2027-Q4" })).toEqual([["began", "2027-10-01", "2027-Q4"]]);
  });

  it("are none where nobody has agreed on any, or nothing is known", () => {
    expect(marksOf({ state: "proposed", startQuarter: "2027-Q3", startedOn: "2027-07-02" })).toEqual([]);
    expect(marksOf({ state: "planned" })).toEqual([]);
    expect(marksOf({ state: "dropped", startQuarter: "2027-Q3" })).toEqual([]);
  });

  it("say that it was dropped, and not that it was done", () => {
    expect(marksOf({ state: "dropped", startedOn: "2027-02-03", endedOn: "2027-03-01" })).toEqual([
      ["began", "2027-02-03", null],
      ["dropped", "2027-03-01", null],
    ]);
  });

  it("of one that was planned again are not those of before", () =>
    expect(marksOf({ state: "planned", startQuarter: "2027-Q3", startedOn: "2027-01-01" })).toEqual([["begins", "2027-07-01", "2027-Q3"]]));
});
