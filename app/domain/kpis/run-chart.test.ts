import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysApart, roundScale, runChart } from "./run-chart.ts";

const mark = (on: string, title: string) => ({ id: title, on, title, initiative: null });
const plot = { left: 0, right: 100, top: 0, bottom: 100 };

describe("the geometry of a run chart", () => {
  it("has days along and values upwards, by hand", () => {
    const chart = runChart(
      {
        readings: [
          { on: "2027-01-01", value: 10 },
          { on: "2027-01-31", value: 30 },
          { on: "2027-03-02", value: 20 },
        ],
        median: 20,
        targets: { "2027-Q1": 30, "2027-Q4": 99 },
        milestones: [mark("2027-03-02", "Later"), mark("2027-01-31", "Sooner"), mark("2030-01-01", "Far away")],
      },
      plot,
    );
    // 60 days wide, 30 of them to the second; the scale from 10 to 30.
    expect(chart.points).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 0 },
      { x: 100, y: 50 },
    ]);
    expect(chart.median).toBe(50);
    // The first quarter is longer than the chart; the last one lies beyond it, and does not stretch the scale.
    expect(chart.targets).toEqual([{ quarter: "2027-Q1", x1: 0, x2: 100, y: 0 }]);
    expect(chart.milestones).toEqual([
      { ...mark("2027-01-31", "Sooner"), x: 50 },
      { ...mark("2027-03-02", "Later"), x: 100 },
    ]);
    expect(chart.ticks.map(({ value }) => value)).toEqual([10, 15, 20, 25, 30]);
  });

  it("puts a reading that is alone into the middle", () => {
    const chart = runChart({ readings: [{ on: "2027-01-31", value: 0 }], median: 0, targets: {}, milestones: [] }, plot);
    expect(chart.points).toEqual([{ x: 50, y: 50 }]);
  });

  it("widens for a milestone that is near", () => {
    const readings = [
      { on: "2027-02-01", value: 1 },
      { on: "2027-03-01", value: 2 },
    ];
    const chart = runChart({ readings, median: 1.5, targets: {}, milestones: [mark("2027-01-04", "Before")] }, plot);
    // 28 days before the first reading, and as many between the two.
    expect(chart.milestones[0]!.x).toBe(0);
    expect(chart.points.map(({ x }) => x)).toEqual([50, 100]);
  });

  it("carries the milestones of its readings' days and of a quarter on either side, of long ones a fourth", () => {
    const carried = (last: string, ...days: string[]) => {
      const readings = [
        { on: "2027-01-01", value: 1 },
        { on: last, value: 2 },
      ];
      const chart = runChart({ readings, median: 1.5, targets: {}, milestones: days.map((on) => mark(on, on)) }, plot);
      return chart.milestones.map(({ on }) => on);
    };
    // 92 days before 2027-01-01 is 2026-10-01, and 92 after 2027-01-31 is 2027-05-03.
    expect(carried("2027-01-31", "2026-09-30", "2026-10-01", "2027-05-03", "2027-05-04")).toEqual(["2026-10-01", "2027-05-03"]);
    // 730 days, a fourth of which is 182.5: from 2026-07-03 to 2029-07-01.
    expect(carried("2028-12-31", "2026-07-02", "2026-07-03", "2029-07-01", "2029-07-02")).toEqual(["2026-07-03", "2029-07-01"]);
  });
});

describe("the scale", () => {
  it.each([
    [
      [10, 30],
      [10, 15, 20, 25, 30],
    ],
    [
      [0.1, 0.3],
      [0.1, 0.15, 0.2, 0.25, 0.3],
    ],
    [[42.5], [40, 50]],
    [[0], [-0.2, 0, 0.2]],
    [
      [-7, 12],
      [-10, -5, 0, 5, 10, 15],
    ],
  ])("around %j is %j", (values, ticks) => {
    expect(roundScale(values).ticks).toEqual(ticks);
  });

  it("holds everything between few round figures, evenly apart", () => {
    const figure = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 20 }), (values) => {
        const { low, high, ticks } = roundScale(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        const steps = ticks.slice(1).map((tick, index) => tick - ticks[index]!);
        for (const step of steps) expect(step / steps[0]!).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe("days along an axis", () => {
  const at = (...places: number[]) => places.map((x) => ({ x }));
  it.each([
    ["all of them where there is room", at(0, 20, 40), 20, at(0, 20, 40)],
    ["every other one", at(0, 20, 40, 60), 21, at(0, 40)],
    ["every third one", at(0, 20, 40, 60, 80), 50, at(0, 60)],
    ["by the nearest two, not the first: February is short", at(0, 31, 59, 90), 30, at(0, 59)],
    ["the first alone", at(0, 20, 40), 41, at(0)],
    ["the one that there is", at(7), 100, at(7)],
  ])("%s", (_, dates, least, shown) => expect(daysApart(dates, least)).toEqual(shown));

  it("never stand nearer to each other than they may", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 120 }), (steps, least) => {
        const shown = daysApart(at(...steps.map((_, i) => steps.slice(0, i).reduce((sum, step) => sum + step, 0))), least);
        expect(shown.slice(1).every(({ x }, i) => x - shown[i]!.x >= least)).toBe(true);
        expect(shown[0]).toEqual({ x: 0 });
      }),
    );
  });
});
