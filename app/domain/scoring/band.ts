import type { Answers, Confidence } from "../assessment/answer.ts";
import type { Compiled, CompiledItem } from "./compile.ts";
import { anyValue, doubtedValue, type Draw } from "./doubted-value.ts";
import { toNumber } from "./exact.ts";
import { scoredLevel } from "./level.ts";
import { overallByValues } from "./overall-fraction.ts";
import { unpublishedDimensions } from "./publication.ts";
import { seededRandom } from "./seeded-random.ts";
import { addUp, readAnswers } from "./tally.ts";

export const BAND_DRAWS = 2000;
export const BAND_SEED = 20140901;

export type Band = {
  draws: number;
  seed: number;
  /** 5th and 95th of a hundred draws, in order of size; 0..100 */
  low: number;
  high: number;
  /** Chance of each level that came up, highest chance first. */
  levels: { level: number; chance: number }[];
};

/** How often a draw moves an answer away from what was chosen. */
const DOUBT: Record<Confidence, number> = { certain: 0, fairly_sure: 0.2, guess: 0.5 };

/**
 * The band of plausible scores (method, section 3): Monte Carlo over what is uncertain. An answer marked "fairly sure"
 * moves to a neighbouring option in 20 % of draws, a guess in 50 %; "I don't know" takes any option with equal chance;
 * an answer without a stated confidence is taken as it is. In a multi item every practice is switched with half
 * of that chance (and every practice is a coin toss when the answer is "I don't know"). A number moves to the value of
 * the nearest anchor on either side ("I don't know": any anchor); in a ranking one place changes with the next, the last
 * with an option that was not picked ("I don't know": any ranking). Items in `doubted` (they contradict each other) count as guesses at best. Which dimensions are published does not vary between draws.
 * Returns null when there is no overall score.
 */
export function scoreBand(compiled: Compiled, answers: Answers, doubted: ReadonlySet<string> = new Set(), seed: number = BAND_SEED): Band | null {
  const reading = readAnswers(compiled, answers);
  const published = unpublishedDimensions(compiled, addUp(compiled, reading).dimensions).map((reason) => reason === null);
  if (!published.includes(true)) return null;
  const random = seededRandom(seed);
  const draws = compiled.items.flatMap((c, i) => {
    const draw = published[c.dimension] ? drawFor(c, i) : null;
    return draw ? [{ index: i, dimension: c.dimension, weight: c.weight, draw }] : [];
  });
  // From draw to draw only values differ: what is drawn counts as answered in each, and is added to what stands.
  const values = [...reading.values];
  for (const { index } of draws) values[index] = 0;
  const standing = addUp(compiled, { ...reading, values }).dimensions;
  const overallOf = overallByValues(compiled, standing);
  const counts = new Map<number, number>();
  const scores = Array.from({ length: BAND_DRAWS }, () => {
    const drawn = standing.map((s) => s.value);
    for (const { dimension, weight, draw } of draws) drawn[dimension]! += weight * draw();
    const overall = overallOf(drawn);
    const level = scoredLevel(compiled.definition, overall);
    counts.set(level, (counts.get(level) ?? 0) + 1);
    return toNumber(overall);
  });
  scores.sort((a, b) => a - b);
  return {
    draws: BAND_DRAWS,
    seed,
    low: scores[Math.floor(BAND_DRAWS * 0.05)]!,
    high: scores[Math.ceil(BAND_DRAWS * 0.95) - 1]!,
    levels: [...counts].map(([level, n]) => ({ level, chance: n / BAND_DRAWS })).sort((a, b) => b.chance - a.chance || b.level - a.level),
  };

  function drawFor(c: CompiledItem, index: number): Draw | null {
    const answer = reading.given[index]!;
    if (answer.state === "not_sure") return anyValue(c, compiled.unit, random);
    if (answer.state !== "answered") return null;
    const stated = DOUBT[answer.confidence ?? "certain"];
    const doubt = doubted.has(c.id) ? Math.max(stated, DOUBT.guess) : stated;
    if (doubt === 0) return null;
    return doubtedValue(c, answer.value, doubt, compiled.unit, random);
  }
}
