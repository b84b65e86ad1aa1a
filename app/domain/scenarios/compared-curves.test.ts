import { describe, expect, it } from "vitest";
import { comparedCurves, type Curve } from "./compared-curves.ts";

const curve = (today: number, scores: number[], more: Partial<Curve> = {}): Curve => ({ firstQuarter: "2027-Q1", today, scores, target: null, ...more });
const SIZE = { width: 300, height: 200, apart: 20 };

describe("two curves in one drawing", () => {
  it("begin today and stand at the end of each quarter, on a scale of whole tens", () => {
    const drawn = comparedCurves([curve(35, [40, 44, 52]), curve(35, [35, 41, 47])], SIZE);
    expect([drawn.low, drawn.high]).toEqual([30, 60]);
    expect(drawn.ticks.map(({ score, y }) => [score, Math.round(y)])).toEqual([
      [30, 200],
      [40, 133],
      [50, 67],
      [60, 0],
    ]);
    expect(drawn.quarters).toEqual([
      { name: "2026-Q4", x: 0, isToday: true },
      { name: "2027-Q1", x: 100, isToday: false },
      { name: "2027-Q2", x: 200, isToday: false },
      { name: "2027-Q3", x: 300, isToday: false },
    ]);
    expect(drawn.curves[0]!.map(({ x, y, score }) => [x, Math.round(y), score])).toEqual([
      [0, 167, 35],
      [100, 133, 40],
      [200, 107, 44],
      [300, 53, 52],
    ]);
  });

  it("stand in their own quarters where one begins later or goes on longer", () => {
    const drawn = comparedCurves([curve(35, [40, 44]), curve(36, [41, 42, 50], { firstQuarter: "2027-Q2" })], SIZE);
    expect(drawn.quarters.map(({ name, isToday }) => [name, isToday])).toEqual([
      ["2026-Q4", false],
      ["2027-Q1", false],
      ["2027-Q2", false],
      ["2027-Q3", false],
      ["2027-Q4", false],
    ]);
    expect(drawn.curves.map((points) => points.map(({ x }) => x))).toEqual([
      [0, 75, 150],
      [75, 150, 225, 300],
    ]);
  });

  it("are named at their ends, apart, the higher one above; of two that end alike the first", () => {
    const [upper, lower] = comparedCurves([curve(35, [50]), curve(35, [49])], SIZE).labels as [number, number];
    expect(lower - upper).toBeCloseTo(20, 9);
    const [first, second] = comparedCurves([curve(35, [50]), curve(35, [50])], SIZE).labels as [number, number];
    expect(second - first).toBeCloseTo(20, 9);
  });

  it("show each target once, within the scale", () => {
    const drawn = comparedCurves([curve(35, [40], { target: 62 }), curve(35, [41], { target: 62 })], SIZE);
    expect([drawn.low, drawn.high]).toEqual([30, 70]);
    expect(drawn.targets).toEqual([{ score: 62, y: 40, of: [0, 1] }]);
    expect(comparedCurves([curve(35, [40], { target: 50 }), curve(35, [41], { target: 45 })], SIZE).targets.map(({ score, of }) => [score, of])).toEqual([
      [45, [1]],
      [50, [0]],
    ]);
  });

  it.each([
    [0, [0], [0, 20]],
    [100, [100], [80, 100]],
    [91, [97], [80, 100]],
    [3, [4], [0, 20]],
  ])("from %d to %j has the scale %j", (today, scores, range) => {
    const { low, high } = comparedCurves([curve(today, scores), curve(today, scores)], SIZE);
    expect([low, high]).toEqual(range);
  });
});
