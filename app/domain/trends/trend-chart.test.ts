import { describe, expect, it } from "vitest";
import { milestonesWithin } from "../milestones/milestones-within.ts";
import { trendChart, trendSpan } from "./trend-chart.ts";

const point = (measured: number | null, returning: number | null = null) => ({ measured, returning, constantMix: null });
const SIZE = { width: 400, height: 100 };

describe("where a trend is drawn", () => {
  it("is time from left to right, with a quarter that was left out as a gap in time", () => {
    const chart = trendChart({ ...SIZE, periods: ["2026-Q3", "2026-Q4", "2027-Q2"], points: [point(0), point(50), point(100)], milestones: [] });
    expect(chart.quarters).toEqual([50, 150, 350]);
    expect(chart.lines.measured).toEqual([
      [
        { x: 50, y: 100 },
        { x: 150, y: 50 },
        { x: 350, y: 0 },
      ],
    ]);
    expect(chart.lines.returning).toEqual([]);
  });

  it("leaves a line open where a figure is missing", () => {
    const periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    const { lines } = trendChart({ ...SIZE, periods, points: [point(10), point(null), point(20), point(30)], milestones: [] });
    expect(lines.measured.map((piece) => piece.length)).toEqual([1, 2]);
  });

  it("marks a day within its quarter, and none outside of the quarters", () => {
    const chart = trendChart({
      ...SIZE,
      periods: ["2026-Q1", "2026-Q4"],
      points: [point(1), point(2)],
      milestones: ["2026-01-01", "2026-07-01"],
    });
    expect(chart.milestones).toEqual([0, 200]);
    const days = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((on) => ({ on }));
    expect(milestonesWithin(days, trendSpan(["2026-Q4", "2026-Q1"]))).toEqual([{ on: "2026-01-01" }, { on: "2026-12-31" }]);
  });
});
