import { describe, expect, it } from "vitest";
import { nextPeriod, openPeriods, quarterAfter, quarterOf, quartersBetween } from "./period.ts";

describe("the quarter of a day", () => {
  it.each([
    ["2027-01-01T00:00:00Z", "2027-Q1"],
    ["2027-03-31T23:59:59Z", "2027-Q1"],
    ["2027-04-01T00:00:00Z", "2027-Q2"],
    ["2027-12-31T23:59:59Z", "2027-Q4"],
    ["2028-02-29T12:00:00Z", "2028-Q1"],
    // Still the old year in UTC, whatever clock the company keeps.
    ["2027-01-01T00:30:00+02:00", "2026-Q4"],
  ])("%s is %s", (moment, quarter) => expect(quarterOf(new Date(moment))).toBe(quarter));
});

describe("the next quarter", () => {
  it.each([
    ["2027-Q1", "2027-Q2"],
    ["2027-Q3", "2027-Q4"],
    ["2027-Q4", "2028-Q1"],
  ])("after %s is %s", (period, next) => expect(nextPeriod(period)).toBe(next));
});

describe("the quarters to choose from", () => {
  it("begin with the present one and go on over the turn of the year", () => {
    expect(openPeriods(new Date("2026-11-30T12:00:00Z"))).toEqual(["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"]);
    // The 31st of a month plus three is no day of June; the quarter is meant.
    expect(openPeriods(new Date("2027-03-31T12:00:00Z"))).toEqual(["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]);
  });
});

describe("counting quarters", () => {
  it.each([
    ["2027-Q1", 0, "2027-Q1"],
    ["2027-Q1", 3, "2027-Q4"],
    ["2027-Q1", 4, "2028-Q1"],
    ["2027-Q3", 11, "2030-Q2"],
    ["2027-Q1", -1, "2026-Q4"],
    ["2027-Q2", -6, "2025-Q4"],
  ])("from %s, %i on, is %s", (from, count, to) => {
    expect(quarterAfter(from, count)).toBe(to);
    expect(quartersBetween(from, to)).toBe(count);
  });
});
