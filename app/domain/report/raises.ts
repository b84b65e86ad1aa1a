import { type Answers, answerTo, type Said } from "../assessment/answer.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import { optionIds, practicesAmong, type PromisedValue, raisedValue, withinTarget } from "../roadmap/promise.ts";
import type { Compiled, CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import { tally } from "../scoring/tally.ts";
import { valueText } from "./answer-text.ts";
import { pointsOfRises } from "./gaps.ts";

/** One answer that an initiative raises; `points` is what that alone would add to the overall score, 0 in a part that is left out. */
export type RaiseView = { question: string; from: string; to: string; points: number };

/** What an initiative would raise of these answers, by itself; what is there already is not listed. Most points first. */
export function raisesOf(initiative: Initiative, compiled: Compiled, answers: Answers): RaiseView[] {
  const { definition, unit } = compiled;
  const pointsOf = pointsOfRises(compiled, tally(compiled, answers).dimensions);
  return initiative.raises
    .flatMap((promise): RaiseView[] => {
      const item = promise.assessment === definition.slug ? compiled.itemById.get(promise.item) : undefined;
      const answer = answerTo(answers, promise.item);
      if (!item || answer.state !== "answered") return [];
      const today = itemValue(item, answer.value, unit);
      const raised = raisedValue(item, answer, [promise.to], unit);
      if (raised <= today) return [];
      const points = pointsOf(item, raised - today);
      return [{ question: item.item.text, from: valueText(item.item, answer.value), to: reachedText(item, answer, promise.to), points }];
    })
    .sort((a, b) => b.points - a.points);
}

/** Where the answer will be: the promised option, or every practice there will then be. */
function reachedText(compiled: CompiledItem, today: Said, to: PromisedValue): string {
  const { item } = compiled;
  if (item.kind !== "multi") return valueText(item, withinTarget(today, to));
  const practices = practicesAmong(compiled, [...(Array.isArray(today.value) ? today.value : []), ...optionIds(to)]);
  return item.options
    .filter((o) => practices.has(o.id))
    .map((o) => o.label)
    .join("; ");
}
