import { quarterAfter } from "../cycles/period.ts";
import { spread } from "./spread.ts";

export type Curve = {
  /** Of its first quarter, such as "2027-Q1". */
  readonly firstQuarter: string;
  readonly today: number;
  /** At the end of each quarter; 0..100, one at least. */
  readonly scores: readonly number[];
  /** Score from which it counts as arrived; null: none. */
  readonly target: number | null;
};

type Point = { readonly x: number; readonly y: number; readonly score: number };
export type ComparedCurves = {
  /** What the scale runs from and to: whole tens, at least 20 apart. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly score: number; readonly y: number }[];
  /** Ends of quarters from the one before the first plan begins; `isToday` where both begin. */
  readonly quarters: readonly { readonly name: string; readonly x: number; readonly isToday: boolean }[];
  /** Today and the end of each quarter. */
  readonly curves: readonly (readonly Point[])[];
  /** Middles of the labels at the ends of the curves, not nearer to each other than `apart`. */
  readonly labels: readonly number[];
  /** Each height once; `of` says whose target it is, by number. */
  readonly targets: readonly { readonly score: number; readonly y: number; readonly of: readonly number[] }[];
};

/** Where the curves of scenarios are drawn in one drawing; a scenario that begins later starts further to the right. */
export function comparedCurves(
  curves: readonly Curve[],
  { width, height, apart }: { readonly width: number; readonly height: number; readonly apart: number },
): ComparedCurves {
  const begins = curves.map((curve) => quarterAfter(curve.firstQuarter, -1));
  const first = [...begins].sort()[0]!;
  const last = curves
    .map(({ firstQuarter, scores }) => quarterAfter(firstQuarter, scores.length - 1))
    .sort()
    .at(-1)!;
  const names: string[] = [];
  for (let name = first; name <= last; name = quarterAfter(name, 1)) names.push(name);
  const all = curves.flatMap(({ today, scores, target }) => [today, ...scores, ...(target === null ? [] : [target])]);
  const { low, high } = rangeOf(all);
  const xOf = (name: string) => (names.indexOf(name) / (names.length - 1)) * width;
  const yOf = (score: number) => height - ((score - low) / (high - low)) * height;
  const points = curves.map(({ today, scores }, k) =>
    [today, ...scores].map((score, index): Point => ({ x: xOf(quarterAfter(begins[k]!, index)), y: yOf(score), score })),
  );
  const ends = points.map((of, k) => ({ k, y: of.at(-1)!.y })).sort((a, b) => a.y - b.y || a.k - b.k);
  const places = spread(
    ends.map(({ y }) => y),
    { from: 0, to: height, apart },
  );
  const scores = [...new Set(curves.flatMap(({ target }) => (target === null ? [] : [target])))].sort((a, b) => a - b);
  return {
    ...{ low, high },
    ticks: Array.from({ length: (high - low) / 10 + 1 }, (_, k) => ({ score: low + k * 10, y: yOf(low + k * 10) })),
    quarters: names.map((name) => ({ name, x: xOf(name), isToday: begins.every((begin) => begin === name) })),
    curves: points,
    labels: curves.map((_, k) => places[ends.findIndex((end) => end.k === k)]!),
    targets: scores.map((score) => ({ score, y: yOf(score), of: curves.flatMap(({ target }, k) => (target === score ? [k] : [])) })),
  };
}

function rangeOf(scores: readonly number[]): { low: number; high: number } {
  const low = Math.min(80, Math.floor(Math.min(...scores) / 10) * 10);
  const high = Math.max(low + 20, Math.ceil(Math.max(...scores) / 10) * 10);
  return { low: Math.max(0, low), high: Math.min(100, high) };
}
