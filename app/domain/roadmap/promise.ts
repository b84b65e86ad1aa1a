import type { CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import type { InitiativePromise } from "./initiative.ts";

/** What an initiative says an item will have reached: an option id, option ids, or a number on a scale. */
export type PromisedValue = InitiativePromise["to"];

/** The value of an answer in state `answered`. */
export type AnsweredValue = string | number | readonly string[];

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
 * - single, scale: the better of today's and the promised ones;
 * - multi: the union of the practices chosen today and those promised, capped at 1. "None of these" is dropped as soon
 *   as a practice comes; it is worth 0 (content validation), so nothing is lost.
 *
 * A promise of the wrong kind, or one that names an option this version does not have, raises nothing.
 */
export function raisedValue(item: CompiledItem, today: AnsweredValue, promised: readonly PromisedValue[], unit: number): number {
  const before = itemValue(item, today, unit);
  if (item.item.kind === "multi") {
    const chosen = [...(Array.isArray(today) ? today : []), ...promised.flatMap(optionIds)];
    return Math.max(before, itemValue(item, [...practicesAmong(item, chosen)], unit));
  }
  return promised.reduce<number>((best, to) => Math.max(best, promisedReading(item, to, unit) ?? 0), before);
}

/** Value in `unit`-ths of a promised option (single) or number (scale); null when it is not of this item. */
export function promisedReading(item: CompiledItem, to: PromisedValue, unit: number): number | null {
  if (item.item.kind === "single") return typeof to === "string" && item.values.has(to) ? itemValue(item, to, unit) : null;
  if (item.item.kind !== "scale" || typeof to !== "number" || !Number.isInteger(to)) return null;
  return to >= item.item.min && to <= item.item.max ? itemValue(item, to, unit) : null;
}

/** The option ids that a promise names; none for a number. */
export function optionIds(to: PromisedValue): string[] {
  if (typeof to === "number") return [];
  return typeof to === "string" ? [to] : to;
}
