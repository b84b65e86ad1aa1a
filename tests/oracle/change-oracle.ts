import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { average, t95, variance } from "./agreement-oracle.ts";
import { oracleScore } from "./score-oracle.ts";

/** Change a second time, written from the formulas (method, section 7) and not from `app/domain/change`. */

type Person = { key: string | null; group: string | null; answers: Answers };

/** Adjusted p values by the definition: for each the least of p_j m / rank_j over all that are not smaller. */
export function oracleAdjusted(ps: readonly number[]): number[] {
  return ps.map((p) => Math.min(1, ...ps.filter((other) => other >= p).map((other) => (other * ps.length) / ps.filter((q) => q <= other).length)));
}

export function oracleWelch(before: readonly number[], after: readonly number[], people: { before: number | null; after: number | null }) {
  const part = (values: readonly number[], size: number | null) => {
    const n = values.length;
    const correction = size === null ? 1 : size > n ? (size - n) / (size - 1) : 0;
    return { v: (variance(values) / n) * correction, n };
  };
  const [b, a] = [part(before, people.before), part(after, people.after)];
  const difference = average(after) - average(before);
  if (a.v + b.v === 0) return { low: difference, high: difference };
  const df = (a.v + b.v) ** 2 / (a.v ** 2 / (a.n - 1) + b.v ** 2 / (b.n - 1));
  const half = t95(df) * Math.sqrt(a.v + b.v);
  return { low: difference - half, high: difference + half };
}

/** Shares of all turned signs whose sum is at least, and at most, the observed one, every change less by so much. */
export function turnedTails(changes: readonly number[], shift: number): { atLeast: number; atMost: number } {
  const moved = changes.map((change) => change - shift);
  const observed = moved.reduce((a, b) => a + b, 0);
  let sums = [0];
  for (const change of moved) sums = sums.flatMap((sum) => [sum + change, sum - change]);
  return { atLeast: average(sums.map((sum) => (sum >= observed - 1e-7 ? 1 : 0))), atMost: average(sums.map((sum) => (sum <= observed + 1e-7 ? 1 : 0))) };
}

/** Scoring exactly is slow, and every part asks for it. */
const scored = new WeakMap<Answers, ReturnType<typeof oracleScore>>();

/** Of one part (-1: overall): all scores, changes of people with one in both periods, and the standardised mean. */
export function oraclePart(definition: Definition, before: readonly Person[], after: readonly Person[], part: number) {
  const scoreOf = ({ answers }: Person) => {
    const score = scored.get(answers) ?? oracleScore(definition, answers);
    scored.set(answers, score);
    if (part === -1) return score.overall.score;
    return score.dimensions[part]!.published ? score.dimensions[part]!.score : null;
  };
  const published = (people: readonly Person[]) =>
    people.map((person) => ({ ...person, score: scoreOf(person) })).flatMap(({ score, ...person }) => (score === null ? [] : [{ ...person, score }]));
  const [b, a] = [published(before), published(after)];
  const changes = b.flatMap(({ key, score }) => a.filter((other) => key !== null && other.key === key).map((other) => other.score - score));
  const groups = [...new Set(b.map(({ group }) => group))];
  const ofGroup = (people: typeof a, group: string | null) => people.filter((person) => person.group === group).map(({ score }) => score);
  const standardised = groups.some((group) => ofGroup(a, group).length === 0)
    ? null
    : groups.reduce((sum, group) => sum + (ofGroup(b, group).length / b.length) * average(ofGroup(a, group)), 0);
  return { before: b.map(({ score }) => score), after: a.map(({ score }) => score), changes, standardised };
}
