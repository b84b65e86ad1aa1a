import { exactMean } from "../agreement/exact-sum.ts";
import type { ScoreOf } from "../agreement/part-figures.ts";
import { SMALLEST_GROUP } from "../agreement/team-result-shape.ts";
import { type Fraction, minus } from "../scoring/exact.ts";
import { type PeriodScores, scoresByKey, scoresIn } from "./period-scores.ts";

export type ReturningChange = {
  /** People with a score in both periods; null when nobody can be recognised. */
  readonly n: number | null;
  /** What each of them changed by; null with a reason when it may not be told. */
  readonly changes: readonly Fraction[] | null;
  readonly reason: "not_matched" | "too_few" | "too_few_others" | null;
};

/**
 * What the same people changed by. Not told of fewer than five; nor when one to four scores of the two periods together
 * belong to people who are in one of them alone: the means of all less the returning ones would tell of these.
 */
export function returningChange(before: PeriodScores, after: PeriodScores, scoreOf: ScoreOf): ReturningChange {
  const isMatched = ({ keys }: PeriodScores) => keys.some((key) => key !== null);
  if (!isMatched(before) || !isMatched(after)) return { n: null, changes: null, reason: "not_matched" };
  const earlier = scoresByKey(before, scoreOf);
  const changes = [...scoresByKey(after, scoreOf)].flatMap(([key, score]) => {
    const was = earlier.get(key);
    return was === undefined ? [] : [minus(score, was)];
  });
  const n = changes.length;
  if (n < SMALLEST_GROUP) return { n, changes: null, reason: "too_few" };
  const others = scoresIn(before, scoreOf).length + scoresIn(after, scoreOf).length - 2 * n;
  if (others > 0 && others < SMALLEST_GROUP) return { n, changes: null, reason: "too_few_others" };
  return { n, changes, reason: null };
}

/** The mean of changes that may be told. */
export function meanChange({ changes }: ReturningChange): Fraction | null {
  return changes && exactMean(changes);
}
