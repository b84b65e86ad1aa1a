import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CADENCES } from "./kpi-terms.ts";
import { dayIn, daysOfQuarter, nextReading, periodOf, quartersFrom, shiftDay } from "./reading-period.ts";

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => shiftDay("1990-01-01", days));

describe("the day it is in a time zone", () => {
  // 22:30 in London in winter is half past midnight in Helsinki.
  it.each([
    ["2026-12-31T22:30:00Z", "UTC", "2026-12-31"],
    ["2026-12-31T22:30:00Z", "Europe/Helsinki", "2027-01-01"],
    ["2027-01-01T03:00:00Z", "America/New_York", "2026-12-31"],
    ["2026-12-31T11:00:00Z", "Pacific/Kiritimati", "2027-01-01"],
  ])("%s in %s is %s", (moment, zone, expected) => expect(dayIn(zone, new Date(moment))).toBe(expected));
});

describe("months and quarters", () => {
  it.each([
    ["2027-02-14", "month", { name: "2027-02", first: "2027-02-01", last: "2027-02-28" }],
    ["2028-02-29", "month", { name: "2028-02", first: "2028-02-01", last: "2028-02-29" }],
    ["2027-12-31", "month", { name: "2027-12", first: "2027-12-01", last: "2027-12-31" }],
    ["2027-05-01", "quarter", { name: "2027-Q2", first: "2027-04-01", last: "2027-06-30" }],
    ["2027-12-31", "quarter", { name: "2027-Q4", first: "2027-10-01", last: "2027-12-31" }],
  ] as const)("%s by the %s", (of, cadence, expected) => expect(periodOf(of, cadence)).toEqual(expected));

  it("a quarter by its name, and quarters in a row over the end of a year and of a long month", () => {
    expect(daysOfQuarter("2027-Q1")).toEqual({ name: "2027-Q1", first: "2027-01-01", last: "2027-03-31" });
    expect(quartersFrom("2026-11-30", 4)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"]);
  });
});

describe("which reading is wanted next", () => {
  const ask = (cadence: "month" | "quarter", begunOn: string, latestOn: string | null, today: string) => {
    const { period, dueOn, isDue } = nextReading({ cadence, begunOn, latestOn }, today);
    return [period.name, dueOn, isDue];
  };

  it.each([
    // Begun in November, no reading: November's, due on 10 December and not a day before.
    ["month", "2026-11-20", null, "2026-12-09", ["2026-11", "2026-12-10", false]],
    ["month", "2026-11-20", null, "2026-12-10", ["2026-11", "2026-12-10", true]],
    // Nothing is due of a time before it was begun.
    ["quarter", "2027-01-02", null, "2027-01-15", ["2027-Q1", "2027-04-10", false]],
    // A reading of the period settles it, on whichever day of it.
    ["month", "2026-01-01", "2026-11-03", "2026-12-20", ["2026-12", "2027-01-10", false]],
    ["month", "2026-01-01", "2026-10-31", "2026-12-20", ["2026-11", "2026-12-10", true]],
    // Several were missed: the latest one is due.
    ["month", "2026-01-01", "2026-03-31", "2026-12-20", ["2026-11", "2026-12-10", true]],
    ["quarter", "2026-01-01", "2026-03-31", "2027-01-10", ["2026-Q4", "2027-01-10", true]],
    ["quarter", "2026-01-01", "2026-03-31", "2027-01-09", ["2026-Q3", "2026-10-10", true]],
    // An old history that was brought in makes nothing due of a time before the KPI was begun.
    ["month", "2026-12-01", "2024-05-31", "2026-12-20", ["2026-12", "2027-01-10", false]],
  ] as const)("by the %s, begun %s, read %s, on %s", (cadence, begun, latest, today, expected) => {
    expect(ask(cadence, begun, latest, today)).toEqual(expected);
  });

  it("is due from ten days after its period on, is never of a period with a reading, and goes on where it was read", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CADENCES), day, fc.option(day), day, (cadence, begunOn, latestOn, today) => {
        const { period, dueOn, isDue } = nextReading({ cadence, begunOn, latestOn }, today);
        expect(dueOn).toBe(shiftDay(period.last, 10));
        expect(isDue).toBe(dueOn <= today);
        expect(periodOf(period.first, cadence)).toEqual(period);
        if (latestOn) expect(period.first > latestOn).toBe(true);
        expect(period.last >= begunOn).toBe(true);
      }),
    );
  });
});
