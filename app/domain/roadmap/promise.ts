import { problemWith, type Said } from "../assessment/answer.ts";
import type { CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import type { InitiativePromise } from "./initiative.ts";

/** What an initiative says an item will have reached: an option id, option ids, or a number (position, reading, scale). */
export type PromisedValue = InitiativePromise["to"];

/**
 * The practices of a multi item among these option ids: an `all` option stands for every practice, an exclusive option
 * ("none of these") for none, an id that does not exist for none.
 */
export function practicesAmong(item: CompiledItem, chosen: readonly string[]): Set<string> {
  if (item.item.kind !== "multi") return new Set();
  const practices = item.item.options.filter((o) => !o.exclusive && !o.all).map((o) => o.id);
  const everything = item.item.options.some((o) => o.all && chosen.includes(o.id));
  return new Set(everything ? practices : practices.filter((id) => chosen.includes(id)));
}

/**
 * Item value in whole `unit`-ths once these promises are kept, never below today's (method, section 8).
 *
 * - single, scale, number, ranking: the better of today's and the promised ones;
 * - shift: the same, but never beyond the target where one is given: nobody wants more;
 * - multi: the union of the practices chosen today and those promised, capped at 1. "None of these" is dropped as soon
 *   as a practice comes; it is worth 0 (content validation), so nothing is lost.
 *
 * A promise of the wrong kind, or one that names an option this version does not have, raises nothing.
 */
export function raisedValue(item: CompiledItem, today: Said, promised: readonly PromisedValue[], unit: number): number {
  const before = itemValue(item, today.value, unit);
  if (item.item.kind === "multi") {
    const chosen = [...(Array.isArray(today.value) ? today.value : []), ...promised.flatMap(optionIds)];
    return Math.max(before, itemValue(item, [...practicesAmong(item, chosen)], unit));
  }
  return promised.reduce<number>((best, to) => Math.max(best, promisedReading(item, today, to, unit) ?? 0), before);
}

/** Value in `unit`-ths of what is promised to an item that is not multi; null when it is not of this item. */
export function promisedReading(item: CompiledItem, today: Said, to: PromisedValue, unit: number): number | null {
  const value = withinTarget(today, to);
  return problemWith(item.item, { state: "answered", value }) === null ? itemValue(item, value, unit) : null;
}

/** What will be reached: a promise, but no further than the target where one is wanted. */
export function withinTarget(today: Said, to: PromisedValue): PromisedValue {
  return typeof to === "number" && today.target !== undefined ? Math.min(to, today.target) : to;
}

/** The option ids that a promise names; none for a number. */
export function optionIds(to: PromisedValue): string[] {
  if (typeof to === "number") return [];
  return typeof to === "string" ? [to] : to;
}
