import { answerTo, type Said } from "../assessment/answer.ts";
import type { CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import { toNumber } from "../scoring/exact.ts";
import { countedFractions, overallFraction, partFraction } from "../scoring/overall-fraction.ts";
import { tally } from "../scoring/tally.ts";
import type { Projectable } from "./projection.ts";
import { optionIds, practicesAmong, type PromisedValue, promisedReading } from "./promise.ts";

/** One finished initiative brings this amount to a part, in points of the mean overall score, above 0. */
export type Raise = { readonly initiative: number; readonly amount: number };

/**
 * An item that can be raised. Its gain is `min(cap, sum over parts of the largest amount among finished initiatives)`: a
 * multi item has one part for each practice, any other item one part (the better of what is promised). In points of the
 * mean overall score; where `stage` is given, in points of that stage's dimension.
 */
export type RaisableItem = {
  readonly cap: number;
  readonly parts: readonly (readonly Raise[])[];
  /** Number of the stage whose score it raises; absent where its dimension neither is carried nor carries. */
  readonly stage?: number;
};

/**
 * A published dimension that is carried by another or carries one. It counts as `min(own, what the carrier counts as)`,
 * so its items' gains cannot simply be added up over dimensions.
 */
export type Stage = {
  /** Score of its own today, 0..100. */
  readonly today: number;
  /** What it counts as today, at most `today`. */
  readonly counts: number;
  /** Points of the mean overall score for each point it counts. */
  readonly worth: number;
  /** Number of the stage that carries it, smaller than its own; null when none does. */
  readonly carrier: number | null;
};

export type Raisable = { readonly items: readonly RaisableItem[]; readonly stages: readonly Stage[] };

/**
 * The form of the true rescore that searches and the solver work on. Published dimensions are fixed, so the overall
 * score is linear in what dimensions count as, and a dimension's own score in item values (method, section 3): one
 * `unit`-th of item k of dimension d is worth `100 w_k / (unit * sum(w a)_d)` points of the dimension, and each of those
 * `W_d / sum of published W` points of the overall score, divided by the number of scored assessments. Items of
 * unpublished dimensions, and promises at or below today's value, do not appear; nor does what is worth nothing because
 * its dimension weighs nothing and carries nothing that does.
 *
 * @param shareOf what every amount an initiative raises is multiplied by, at least 0; 1 gives the true rescore
 */
export function raisable(assessments: readonly Projectable[], shareOf: (initiative: number) => number = () => 1): Raisable {
  const scored = assessments.map((a) => ({ ...a, sums: tally(a.compiled, a.answers).dimensions }));
  const counted = scored.filter((a) => overallFraction(a.compiled, a.sums) !== null);
  const stages: Stage[] = [];
  const items = counted.flatMap(({ compiled, answers, promises, sums }) => {
    const counts = countedFractions(compiled, sums);
    const weights = compiled.dimensionWeights.reduce((sum, w, d) => (counts[d] ? sum + w : sum), 0);
    const worthOf = (d: number) => compiled.dimensionWeights[d]! / (weights * counted.length);
    const stageOf = new Map<number, number>();
    counts.forEach((fraction, d) => {
      const carrier = compiled.carriers[d] ?? null;
      if (fraction === null || (carrier === null && !compiled.carriers.includes(d))) return;
      const today = toNumber(partFraction(sums[d]!, compiled.unit)!);
      stageOf.set(d, stages.length);
      stages.push({ today, counts: toNumber(fraction), worth: worthOf(d), carrier: carrier === null ? null : stageOf.get(carrier)! });
    });
    return [...promises.entries()].flatMap(([index, made]): RaisableItem[] => {
      const item = compiled.items[index]!;
      const answer = answerTo(answers, item.id);
      const d = item.dimension;
      if (counts[d] === null || answer.state !== "answered") return [];
      const stage = stageOf.get(d);
      const points = ((100 * item.weight) / (compiled.unit * sums[d]!.answered)) * (stage === undefined ? worthOf(d) : 1);
      const today = itemValue(item, answer.value, compiled.unit);
      const parts =
        item.item.kind === "multi"
          ? practiceParts(item, Array.isArray(answer.value) ? answer.value : [], made)
          : [readingPart(item, answer, made, compiled.unit)];
      const inPoints = parts.map((part) => reckoned(part, points)).filter((part) => part.length > 0);
      const cap = (compiled.unit - today) * points;
      return inPoints.length > 0 && cap > 0 ? [{ cap, parts: inPoints, ...(stage === undefined ? {} : { stage }) }] : [];
    });
  });
  return { items: items.filter(({ stage }) => stage === undefined || isWorthRaising(stage)), stages };

  function reckoned(part: readonly Raise[], points: number): Raise[] {
    return part.map(({ initiative, amount }) => ({ initiative, amount: amount * points * shareOf(initiative) })).filter(({ amount }) => amount > 0);
  }

  function isWorthRaising(stage: number): boolean {
    return stages[stage]!.worth > 0 || stages.some(({ carrier }, s) => carrier === stage && isWorthRaising(s));
  }
}

type Made = readonly { readonly initiative: number; readonly to: PromisedValue }[];

function readingPart(item: CompiledItem, said: Said, made: Made, unit: number): Raise[] {
  const today = itemValue(item, said.value, unit);
  return largestEach(made.map(({ initiative, to }) => ({ initiative, amount: (promisedReading(item, said, to, unit) ?? 0) - today })));
}

function practiceParts(item: CompiledItem, chosen: readonly string[], made: Made): Raise[][] {
  const present = practicesAmong(item, chosen);
  const missing = [...item.values].filter(([id]) => !present.has(id));
  const promised = made.map(({ initiative, to }) => ({ initiative, practices: practicesAmong(item, optionIds(to)) }));
  return missing.map(([id, amount]) => largestEach(promised.filter((p) => p.practices.has(id)).map(({ initiative }) => ({ initiative, amount }))));
}

/** One entry an initiative, its largest; entries that raise nothing are dropped. */
function largestEach(raises: readonly Raise[]): Raise[] {
  const best = new Map<number, number>();
  for (const { initiative, amount } of raises) {
    if (amount > Math.max(0, best.get(initiative) ?? 0)) best.set(initiative, amount);
  }
  return [...best].map(([initiative, amount]) => ({ initiative, amount }));
}
