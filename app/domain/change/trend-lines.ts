import type { ScoreOf } from "../agreement/part-figures.ts";
import { SMALLEST_GROUP } from "../agreement/team-result-shape.ts";
import { compile } from "../scoring/compile.ts";
import { plus, toNumber } from "../scoring/exact.ts";
import { commonItems } from "./common-items.ts";
import { constantMixMean, measuredMean, type Period, type PeriodScores, periodScoresInSteps, scoresByKey } from "./period-scores.ts";
import { meanChange, returningChange } from "./returning-change.ts";
import type { TrendLines, TrendPoint } from "./team-change-shape.ts";

/**
 * The three lines of a trend (method, section 7), overall and per dimension, a point a period:
 *
 * - `measured`: the mean of the period;
 * - `returning`: the first period's mean plus what those who answered both then and now changed by;
 * - `constantMix`: the period's mean with the role groups in the shares of the first.
 *
 * All periods are scored on the items that all their versions ask in the same way, by the latest version's weights. A
 * point is null where fewer than five people are behind it or where fewer than five could be worked out from it; the lines
 * that compare with the first period are null throughout when that has no mean.
 *
 * @param periods at least one, the first the earliest
 */
export function trendLines(periods: readonly Period[]): TrendLines {
  const steps = trendLinesInSteps(periods);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses, between which lie some tens of milliseconds. */
export function* trendLinesInSteps(periods: readonly Period[]): Generator<void, TrendLines> {
  const { definition, common, of } = commonItems(periods.map(({ compiled }) => compiled.definition));
  const compiled = compile(definition);
  const scored: PeriodScores[] = [];
  for (const period of periods) scored.push(yield* periodScoresInSteps(compiled, period));
  const overall = lineOf(scored, ({ overall }) => overall);
  const dimensions: TrendLines["dimensions"] = [];
  for (const [i, { id }] of definition.dimensions.entries()) {
    yield;
    dimensions.push({ id, points: lineOf(scored, ({ dimensions }) => dimensions[i]!) });
  }
  return { commonItems: { common, of: [...of] }, overall, dimensions };
}

function lineOf(periods: readonly PeriodScores[], scoreOf: ScoreOf): TrendPoint[] {
  const first = periods[0]!;
  const start = measuredMean(first, scoreOf);
  /** Who of the first period is behind each point told so far. */
  const told: ReadonlySet<string>[] = [];
  return periods.map((period, place) => {
    const mean = measuredMean(period, scoreOf);
    const measured = mean && toNumber(mean);
    if (start === null || mean === null) return { measured, returning: null, constantMix: null };
    const mix = constantMixMean(first, period, scoreOf).mean;
    return { measured, returning: place === 0 ? firstReturning() : returningAt(period), constantMix: mix && toNumber(mix) };
  });

  function firstReturning(): number | null {
    return first.keys.some((key) => key !== null) ? toNumber(start!) : null;
  }

  function returningAt(period: PeriodScores): number | null {
    const change = meanChange(returningChange(first, period, scoreOf));
    const keys = new Set(scoresByKey(period, scoreOf).keys());
    const behind = new Set([...scoresByKey(first, scoreOf).keys()].filter((key) => keys.has(key)));
    // Two points that differ by one to four people of the first period would tell of these.
    const isSafe = told.every((others) => {
      const apart = [...behind].filter((key) => !others.has(key)).length + [...others].filter((key) => !behind.has(key)).length;
      return apart === 0 || apart >= SMALLEST_GROUP;
    });
    if (change === null || !isSafe) return null;
    told.push(behind);
    // A sum of means may lie outside of the scale by what came and went.
    return Math.min(100, Math.max(0, toNumber(plus(start!, change))));
  }
}
