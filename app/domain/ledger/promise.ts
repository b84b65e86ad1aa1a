import { z } from "zod";
import { answerTo } from "../assessment/answer.ts";
import type { PlanRequest, PlanResult } from "../roadmap/plan.ts";
import { projectable } from "../roadmap/projection.ts";
import { type PromisedValue, raisedValue } from "../roadmap/promise.ts";
import { compile } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";

/**
 * What an initiative promised when the plan it stands in was adopted. Values are item values, 0..1; points are those of the mean overall score,
 * and add up to `points` over the items, which is what it adds at its place in the order of finishing.
 */
export const promiseSchema = z.strictObject({
  /** The scenario's name, and the day of adoption as an ISO date. */
  scenario: z.string().max(80),
  on: z.iso.date(),
  points: z.number().min(-100).max(100),
  items: z.array(
    z.strictObject({
      assessment: z.string().max(64),
      item: z.string().max(64),
      from: z.number().min(0).max(1),
      to: z.number().min(0).max(1),
      points: z.number().min(-100).max(100),
    }),
  ),
  /** The published results that the plan started from. */
  basis: z.array(z.strictObject({ slug: z.string().max(64), cycle: z.uuid(), number: z.number().int(), period: z.string().max(16) })),
});
export type StoredPromise = z.output<typeof promiseSchema>;
export type Promised = Pick<StoredPromise, "points" | "items">;

/**
 * What each planned initiative promises: the items that it raises at its place in the order of finishing (ties by id), from where those before it
 * leave them. An item's share of the points is by its weight in the score times how far it rises; a step that two promise is counted once.
 */
export function promisesOf({ assessments, initiatives }: PlanRequest, plan: PlanResult): Map<string, Promised> {
  const numberOf = new Map(initiatives.map(({ id }, number) => [id, number]));
  const ready = assessments.map(({ definition, answers }) => {
    const compiled = compile(definition);
    const all = projectable(compiled, answers, initiatives);
    return { ...all, kept: new Map<number, PromisedValue[]>() };
  });
  const inOrder = [...plan.items].sort((a, b) => a.endQuarter - b.endQuarter || (a.initiative < b.initiative ? -1 : 1));
  return new Map(
    inOrder.map(({ initiative, gain }) => {
      const rises = ready.flatMap(({ slug, compiled, answers, promises, kept }) =>
        [...promises].flatMap(([index, made]) => {
          const own = made.filter((promise) => promise.initiative === numberOf.get(initiative)).map(({ to }) => to);
          const item = compiled.items[index]!;
          const answer = answerTo(answers, item.id);
          if (own.length === 0 || answer.state !== "answered") return [];
          const before = kept.get(index) ?? [];
          const valueOf = (promised: readonly PromisedValue[]) =>
            (promised.length === 0 ? itemValue(item, answer.value, compiled.unit) : raisedValue(item, answer, promised, compiled.unit)) / compiled.unit;
          kept.set(index, [...before, ...own]);
          const [from, to] = [valueOf(before), valueOf([...before, ...own])];
          return to > from
            ? [{ assessment: slug, item: item.id, from, to, weighs: item.weight * compiled.dimensionWeights[item.dimension]! * (to - from) }]
            : [];
        }),
      );
      const all = rises.reduce((sum, { weighs }) => sum + weighs, 0);
      const items = rises.map(({ weighs, ...rise }) => ({ ...rise, points: all > 0 ? (gain * weighs) / all : 0 }));
      return [initiative, { points: gain, items }];
    }),
  );
}
