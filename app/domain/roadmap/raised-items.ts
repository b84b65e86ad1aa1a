import { answerTo, type Said } from "../assessment/answer.ts";
import type { CompiledItem } from "../scoring/compile.ts";
import { countedFractions } from "../scoring/overall-fraction.ts";
import { itemValue } from "../scoring/item-value.ts";
import { overallOf } from "../scoring/score.ts";
import { answeredValue, tally } from "../scoring/tally.ts";
import type { ItemReference } from "./plan.ts";
import type { Projectable } from "./projection.ts";
import { optionIds, practicesAmong, type PromisedValue, promisedReading, raisedValue } from "./promise.ts";

/** What an initiative does to one item at its place in the order of finishing. */
export type RaisedItem = ItemReference & {
  /** The item's value, 0..1, before and after; equal when others have raised it as far already. */
  readonly from: number;
  readonly to: number;
  /** Points of the overall score; an initiative's items sum to its gain. */
  readonly points: number;
  /** Ids of the other planned initiatives that promise some of the same: the same practice, or a better answer at all. */
  readonly sharedWith: readonly string[];
};

export type Raising = {
  /**
   * What each of these raises, one after the other, by the true rescore with one item changed at a time, in the order asked.
   * Where dimensions carry one another, that order decides which item an amount is put down to, and the sum stays. Every
   * item that it raises is there, and every one that others have raised as far already, with 0 points; but those of
   * unpublished dimensions.
   *
   * @param finishing planned initiatives by number, in the order in which they finish
   */
  readonly oneAfterAnother: (finishing: readonly number[]) => Map<number, RaisedItem[]>;
  /** Those of `others` that promise some of what `n` would raise from today, in their order. */
  readonly sharing: (n: number, others: readonly number[]) => number[];
};

/**
 * Makes ready to say what initiatives raise: what is the same for all of them is worked out once.
 *
 * @param idOf of an initiative by number
 */
export function raising(assessments: readonly Projectable[], idOf: (initiative: number) => string): Raising {
  const scored = assessments
    .map((a) => ({ ...a, sums: tally(a.compiled, a.answers).dimensions }))
    .filter(({ compiled, sums }) => overallOf(compiled, sums).score !== null)
    .map(({ slug, compiled, answers, promises, sums }) => {
      const counted = countedFractions(compiled, sums);
      /** Items that are answered and published, in order, with who promises them what. */
      const asked = [...promises.entries()]
        .sort(([a], [b]) => a - b)
        .flatMap(([index, made]) => {
          const item = compiled.items[index]!;
          const said = answerTo(answers, item.id);
          return said.state === "answered" && counted[item.dimension] !== null ? [{ index, item, said, made }] : [];
        });
      return { slug, compiled, answers, asked, today: answeredValue(compiled, answers) };
    });
  return { oneAfterAnother, sharing };

  function oneAfterAnother(finishing: readonly number[]): Map<number, RaisedItem[]> {
    const raised = new Map<number, RaisedItem[]>(finishing.map((n) => [n, []]));
    for (const { slug, compiled, answers, asked, today } of scored) {
      const { unit } = compiled;
      const itsPlanned = asked.map((each) => ({ ...each, made: each.made.filter((p) => raised.has(p.initiative)) })).filter(({ made }) => made.length > 0);
      if (itsPlanned.length === 0) continue;
      const values = new Map<number, number>();
      const valueOf = (index: number) => values.get(index) ?? today(index);
      const scoreNow = () => overallOf(compiled, tally(compiled, answers, valueOf).dimensions).score ?? 0;
      let score = scoreNow();
      const before = new Set<number>();
      for (const n of finishing) {
        for (const { index, item, said, made } of itsPlanned) {
          const own = stepsOf(item, said, made, n, unit);
          if (own.size === 0) continue;
          const from = valueOf(index) ?? 0;
          const kept = made.filter((p) => p.initiative === n || before.has(p.initiative)).map((p) => p.to);
          const to = raisedValue(item, said, kept, unit);
          values.set(index, to);
          const then = to === from ? score : scoreNow();
          const others = finishing.filter((m) => m !== n && [...stepsOf(item, said, made, m, unit)].some((step) => own.has(step)));
          const sharedWith = others.map(idOf).sort();
          // A list that is at its most already, with other practices, is raised by nothing and shared with nobody.
          if (to === from && sharedWith.length === 0) continue;
          raised.get(n)!.push({ assessment: slug, item: item.id, from: from / unit, to: to / unit, points: (then - score) / scored.length, sharedWith });
          score = then;
        }
        before.add(n);
      }
    }
    return raised;
  }

  function sharing(n: number, others: readonly number[]): number[] {
    const found = new Set<number>();
    for (const { compiled, asked } of scored) {
      for (const { item, said, made } of asked) {
        if (made.every((p) => p.initiative !== n)) continue;
        const own = stepsOf(item, said, made, n, compiled.unit);
        for (const { initiative } of made) {
          if (initiative !== n && [...stepsOf(item, said, made, initiative, compiled.unit)].some((step) => own.has(step))) found.add(initiative);
        }
      }
    }
    return others.filter((m) => found.has(m));
  }
}

const ANSWER = "answer";

/** What an initiative promises beyond today: practices of a list, or a better answer. */
function stepsOf(item: CompiledItem, said: Said, made: readonly { initiative: number; to: PromisedValue }[], n: number, unit: number): Set<string> {
  const own = made.filter((p) => p.initiative === n).map((p) => p.to);
  if (item.item.kind !== "multi") {
    const today = itemValue(item, said.value, unit);
    return new Set(own.some((to) => (promisedReading(item, said, to, unit) ?? 0) > today) ? [ANSWER] : []);
  }
  const present = practicesAmong(item, Array.isArray(said.value) ? said.value : []);
  return new Set([...practicesAmong(item, own.flatMap(optionIds))].filter((id) => !present.has(id)));
}
