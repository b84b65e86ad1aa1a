/** Readings in a row on one side of the median, or going one way, that are seldom chance alone. */
export const SHIFT_POINTS = 6;
export const TREND_POINTS = 5;
/** Our own choice: below this many readings a median says little, and nothing is looked for. */
export const FEWEST_FOR_SIGNALS = 10;

/** `from` and `to` are the places of the first and the last reading of it; `points` are those that count. */
export type RunSignal = { kind: "shift"; side: "above" | "below"; from: number; to: number; points: number } | RunTrend;
type RunTrend = { kind: "trend"; way: "up" | "down"; from: number; to: number; points: number };

/** The middle value, or the mean of the middle two; null for none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * What in a run chart is seldom chance alone, by two of the rules of Perla, Provost and Murray (The run chart: a simple analytical tool
 * for learning from variation in healthcare processes, BMJ Quality & Safety 20, 2011, 46-51):
 * a shift, six or more points in a row on one side of the median, where those on the median neither count nor end it; and a trend, five
 * or more points in a row that all go up or all go down, where one that equals the one before neither counts nor ends it.
 * @param values in the order of their days
 * @returns shifts and trends in the order in which they begin; none for fewer than `FEWEST_FOR_SIGNALS` values
 */
export function runSignals(values: readonly number[]): RunSignal[] {
  if (values.length < FEWEST_FOR_SIGNALS) return [];
  const median = medianOf(values)!;
  return [...shiftsOf(values, median), ...trendsOf(values)].sort((a, b) => a.from - b.from);
}

function shiftsOf(values: readonly number[], median: number): RunSignal[] {
  const sided = values.flatMap((value, at) => (value === median ? [] : [{ at, side: value > median ? ("above" as const) : ("below" as const) }]));
  const runs: RunSignal[] = [];
  for (const { at, side } of sided) {
    const last = runs.at(-1);
    if (last?.kind === "shift" && last.side === side) Object.assign(last, { to: at, points: last.points + 1 });
    else runs.push({ kind: "shift", side, from: at, to: at, points: 1 });
  }
  return runs.filter(({ points }) => points >= SHIFT_POINTS);
}

function trendsOf(values: readonly number[]): RunSignal[] {
  const runs: RunTrend[] = [];
  let before: { at: number; value: number } | null = null;
  for (const [at, value] of values.entries()) {
    if (before !== null && value !== before.value) {
      const way = value > before.value ? "up" : "down";
      const last = runs.at(-1);
      if (last?.way === way) Object.assign(last, { to: at, points: last.points + 1 });
      else runs.push({ kind: "trend", way, from: before.at, to: at, points: 2 });
    }
    before = { at, value };
  }
  return runs.filter(({ points }) => points >= TREND_POINTS);
}
