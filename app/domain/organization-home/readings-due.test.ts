import { describe, expect, it } from "vitest";
import { readingsDue } from "./readings-due.ts";

const due = (cadence: string, latestOn: string | null, today: string, createdOn = "2026-01-05") => readingsDue([{ cadence, createdOn, latestOn }], today) === 1;

describe("whether a reading is due", () => {
  it.each([
    ["month", "2027-01-31", "2027-03-10", false],
    ["month", "2027-01-31", "2027-03-11", true],
    ["month", "2027-02-01", "2027-03-11", false],
    ["month", null, "2027-01-11", true],
    ["quarter", "2026-12-31", "2027-04-10", false],
    ["quarter", "2026-12-31", "2027-04-11", true],
    ["quarter", "2026-10-01", "2027-01-11", false],
  ])("by %s, last read on %s, on %s: %s", (cadence, latestOn, today, expected) => expect(due(cadence, latestOn, today)).toBe(expected));

  it("is not asked of a KPI that was begun after the period", () => {
    expect(due("month", null, "2027-03-11", "2027-03-01")).toBe(false);
    expect(due("month", null, "2027-03-11", "2027-02-28")).toBe(true);
  });
});
