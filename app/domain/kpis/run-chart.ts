import { type Mark, milestonesWithin } from "../milestones/milestones-within.ts";
import type { Targets } from "./kpi-terms.ts";
import { daysOfQuarter } from "./reading-period.ts";

export type ChartReading = { on: string; value: number };
export type RunChartInput = {
  /** In the order of their days; one at least. */
  readings: readonly ChartReading[];
  median: number;
  targets: Targets;
  milestones: readonly Mark[];
};
/** In the units of the drawing; its plot lies between the edges that are given, y grows downwards. */
export type Plot = { left: number; right: number; top: number; bottom: number };
export type RunChart = {
  /** The days at its edges. */
  from: string;
  to: string;
  points: { x: number; y: number }[];
  median: number;
  /** A quarter's target as a level from its first day to its last, as far as it is on the chart. */
  targets: { quarter: string; x1: number; x2: number; y: number }[];
  /** In the order of days, which numbers them. */
  milestones: (Mark & { x: number })[];
  /** Round figures of the scale. */
  ticks: { value: number; y: number }[];
  /** The first day of some years or quarters. */
  dates: { day: string; x: number }[];
};

const DAY_MS = 24 * 3600 * 1000;
/** A day as a number of days, and back. */
export const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * The geometry of a run chart: days along, values upwards, the median as a level, each quarter's target over its days, milestones as marks.
 * The scale has round figures around everything that is drawn; it need not begin at 0. A milestone before the first reading or after
 * the last widens the chart by no more than a quarter on either side, and one beyond that is left out.
 */
export function runChart({ readings, median, targets, milestones }: RunChartInput, { left, right, top, bottom }: Plot): RunChart {
  const [first, last] = [numberOf(readings[0]!.on), numberOf(readings.at(-1)!.on)];
  const room = Math.max(92, (last - first) / 4);
  const near = milestonesWithin(milestones, { first: dayOf(Math.ceil(first - room)), last: dayOf(Math.floor(last + room)) });
  const days = [first, last, ...near.map(({ on }) => numberOf(on))];
  // One reading alone stands in the middle of a month.
  const from = Math.min(...days) - (first === last ? 15 : 0);
  const to = Math.max(...days) + (first === last ? 15 : 0);
  const x = (day: number) => left + ((day - from) / (to - from)) * (right - left);
  const levels = Object.entries(targets).flatMap(([quarter, value]) => {
    const { first: begins, last: ends } = daysOfQuarter(quarter);
    const [a, b] = [Math.max(numberOf(begins), from), Math.min(numberOf(ends), to)];
    return a < b ? [{ quarter, value, a, b }] : [];
  });
  const scale = roundScale([...readings.map(({ value }) => value), median, ...levels.map(({ value }) => value)]);
  const y = (value: number) => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
  return {
    ...{ from: dayOf(from), to: dayOf(to) },
    points: readings.map(({ on, value }) => ({ x: x(numberOf(on)), y: y(value) })),
    median: y(median),
    targets: levels.map(({ quarter, value, a, b }) => ({ quarter, x1: x(a), x2: x(b), y: y(value) })),
    milestones: near.map((mark) => ({ ...mark, x: x(numberOf(mark.on)) })),
    ticks: scale.ticks.map((value) => ({ value, y: y(value) })),
    dates: datesBetween(from, to).map((day) => ({ day, x: x(numberOf(day)) })),
  };
}

/** Every first, second, third ... of the days along an axis, so many that no two stand nearer to each other than `least`. */
export function daysApart<Day extends { x: number }>(dates: readonly Day[], least: number): Day[] {
  for (let each = 1; each < dates.length; each++) {
    const shown = dates.filter((_, index) => index % each === 0);
    if (shown.every(({ x }, index) => index === 0 || x - shown[index - 1]!.x >= least)) return shown;
  }
  return dates.slice(0, 1);
}

/**
 * Three to seven round figures (1, 2 or 5 times a power of ten apart) with everything between the outer two.
 * @param values one at least
 */
export function roundScale(values: readonly number[]): { low: number; high: number; ticks: number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // All the same: as much around it as it is large.
  const spread = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(spread / 4));
  const step = power * [1, 2, 5, 10].find((times) => spread / (power * times) <= 5)!;
  let [low, high] = [Math.floor(least / step), Math.ceil(most / step)];
  if (low === high) [low, high] = [low - 1, high + 1];
  // Whole numbers of steps, so that 3 x 0.1 reads 0.3.
  const at = (count: number) => (step < 1 ? count / Math.round(1 / step) : count * step);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => at(low + index));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** Up to eight first days of quarters, half-years or years; the first day itself where none of them is. */
function datesBetween(from: number, to: number): string[] {
  for (const months of [1, 3, 6, 12, 24, 60, 120]) {
    const found: string[] = [];
    const begin = new Date(from * DAY_MS);
    for (let month = Math.floor(begin.getUTCMonth() / Math.min(months, 12)) * Math.min(months, 12); found.length <= 8; month += months) {
      const day = Date.UTC(begin.getUTCFullYear(), month, 1) / DAY_MS;
      if (day > to) break;
      if (day >= from) found.push(dayOf(day));
    }
    if (found.length <= 6) return found.length > 0 ? found : [dayOf(from)];
  }
  return [dayOf(from)];
}
