import { answerTo, type Said } from "../assessment/answer.ts";
import type { CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import { unpublishedBecause } from "../scoring/publication.ts";
import { overallFraction } from "../scoring/score.ts";
import { tally } from "../scoring/tally.ts";
import type { Projectable } from "./projection.ts";
import { optionIds, practicesAmong, type PromisedValue, promisedReading } from "./promise.ts";

/** One finished initiative brings this amount to a part, in points of the mean overall score, above 0. */
export type Raise = { readonly initiative: number; readonly amount: number };

/**
 * An item that can be raised, in points of the mean overall score. Its gain is
 * `min(cap, sum over parts of the largest amount among finished initiatives)`: a multi item has one part for
 * each practice, any other item one part (the better of what is promised).
 */
export type RaisableItem = {
  readonly cap: number;
  readonly parts: readonly (readonly Raise[])[];
};

/**
 * The linear form of the true rescore. Published dimensions are fixed, so the overall score is linear in item values
 * (method, section 3): one `unit`-th of item k of dimension d is worth
 * `100 W_d w_k / (unit * sum(w a)_d * sum of published W)` points, divided by the number of scored assessments.
 * Items of unpublished dimensions, and promises at or below today's value, do not appear.
 */
export function raisableItems(assessments: readonly Projectable[]): RaisableItem[] {
  const scored = assessments.map((a) => ({ ...a, sums: tally(a.compiled, a.answers).dimensions }));
  const counted = scored.filter((a) => overallFraction(a.compiled, a.sums) !== null);
  return counted.flatMap(({ compiled, answers, promises, sums }) => {
    const published = sums.map((s) => unpublishedBecause(s) === null && s.answered > 0);
    const weights = compiled.dimensionWeights.reduce((sum, w, d) => (published[d] ? sum + w : sum), 0);
    return [...promises.entries()].flatMap(([index, made]) => {
      const item = compiled.items[index]!;
      const answer = answerTo(answers, item.id);
      if (!published[item.dimension] || answer.state !== "answered") return [];
      const points =
        (100 * compiled.dimensionWeights[item.dimension]! * item.weight) / (compiled.unit * sums[item.dimension]!.answered * weights * counted.length);
      const today = itemValue(item, answer.value, compiled.unit);
      const parts =
        item.item.kind === "multi"
          ? practiceParts(item, Array.isArray(answer.value) ? answer.value : [], made)
          : [readingPart(item, answer, made, compiled.unit)];
      const inPoints = parts.map((part) => part.map((raise) => ({ ...raise, amount: raise.amount * points }))).filter((part) => part.length > 0);
      const cap = (compiled.unit - today) * points;
      return inPoints.length > 0 && cap > 0 ? [{ cap, parts: inPoints }] : [];
    });
  });
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
