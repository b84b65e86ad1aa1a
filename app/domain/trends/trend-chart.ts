import { daysOfQuarter } from "../kpis/reading-period.ts";
import type { TrendPoint } from "../change/team-change-shape.ts";

/** The three lines, in the order they are drawn and named. */
export const LINES = ["measured", "returning", "constantMix"] as const;
export type Line = (typeof LINES)[number];

/** Each line keeps its dashes (drawn and left out, in pixels), so that it is told apart without colour. */
export const DASHES: Record<Line, number[]> = { measured: [], returning: [7, 5], constantMix: [2, 4] };

export type TrendChartInput = {
  periods: readonly string[];
  points: readonly TrendPoint[];
  /** ISO days within the quarters. */
  milestones: readonly string[];
  width: number;
  height: number;
};
export type TrendChart = {
  /** Middle of each quarter. */
  quarters: number[];
  /** By line: the places that have a figure, in pieces without a gap. */
  lines: Record<Line, { x: number; y: number }[][]>;
  milestones: number[];
};

/** Where a trend is drawn: time from left to right, the scale of 0 to 100 from bottom to top. Units are those of the given size. */
export function trendChart({ periods, points, milestones, width, height }: TrendChartInput): TrendChart {
  const begins = periods.map((period) => quarterAt(period));
  const first = Math.min(...begins);
  const span = Math.max(...begins) + 1 - first;
  const at = (quarters: number) => ((quarters - first) / span) * width;
  const quarters = begins.map((quarter) => at(quarter + 0.5));
  const piecesOf = (line: Line) => {
    const pieces: { x: number; y: number }[][] = [];
    let isGap = true;
    points.forEach((point, i) => {
      const value = point[line];
      if (value !== null) {
        if (isGap) pieces.push([]);
        pieces.at(-1)!.push({ x: quarters[i]!, y: height - (value / 100) * height });
      }
      isGap = value === null;
    });
    return pieces;
  };
  return {
    quarters,
    lines: { measured: piecesOf("measured"), returning: piecesOf("returning"), constantMix: piecesOf("constantMix") },
    milestones: milestones.map((day) => at(dayAt(day))),
  };
}

/** The first and the last day that a trend shows. @param periods one at least, in any order */
export function trendSpan(periods: readonly string[]): { first: string; last: string } {
  const inOrder = [...periods].sort();
  return { first: daysOfQuarter(inOrder[0]!).first, last: daysOfQuarter(inOrder.at(-1)!).last };
}

/** "2027-Q1" as quarters since the year 0. */
function quarterAt(period: string): number {
  return Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;
}

/** A day as quarters since the year 0, with its part of the quarter: months count as 30.5 days. */
function dayAt(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return year * 4 + (month - 1 + (date - 1) / 31) / 3;
}
