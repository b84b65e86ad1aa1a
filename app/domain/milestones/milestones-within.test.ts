import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { milestonesWithin } from "./milestones-within.ts";

const on = (...days: string[]) => days.map((day) => ({ on: day }));

describe("the milestones of a chart", () => {
  it("are those of its days, the first and the last included, the earliest first", () => {
    const span = { first: "2026-12-31", last: "2027-03-31" };
    const all = on("2027-04-01", "2027-03-31", "2026-12-30", "2027-01-01", "2026-12-31", "2025-02-02");
    expect(milestonesWithin(all, span)).toEqual(on("2026-12-31", "2027-01-01", "2027-03-31"));
    expect(all[0]).toEqual({ on: "2027-04-01" });
  });

  it("of one day keep their order, also between others", () => {
    const [b, a, before, after] = (
      [
        ["2027-01-02", "b"],
        ["2027-01-02", "a"],
        ["2027-01-01", "before"],
        ["2027-01-03", "after"],
      ] as const
    ).map(([day, title]) => ({ on: day, title }));
    expect(milestonesWithin([b!, a!], { first: "2027-01-02", last: "2027-01-02" })).toEqual([b, a]);
    expect(milestonesWithin([after!, b!, before!, a!], { first: "2027-01-01", last: "2027-01-03" })).toEqual([before, b, a, after]);
    expect(milestonesWithin([a!, before!, b!, after!], { first: "2027-01-01", last: "2027-01-03" })).toEqual([before, a, b, after]);
  });

  it("are each once in the chart, before it or after it", () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day), day, day, (days, a, b) => {
        const [first, last] = [a, b].sort() as [string, string];
        const before = milestonesWithin(on(...days), { first: "0000-01-01", last: "9999-12-31" });
        const within = milestonesWithin(on(...days), { first, last });
        const stamps = days.map((each) => Date.parse(each));
        expect(before).toHaveLength(days.length);
        expect(within.map((each) => Date.parse(each.on))).toEqual(
          stamps.filter((at) => at >= Date.parse(first) && at <= Date.parse(last)).sort((x, y) => x - y),
        );
      }),
    );
  });
});
