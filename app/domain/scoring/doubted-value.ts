import { optionsOf } from "../assessment/definition.ts";
import type { CompiledItem } from "./compile.ts";
import { itemValue } from "./item-value.ts";
import { numberValue } from "./number-value.ts";

/** A value in `unit`-ths, drawn anew at each call. */
export type Draw = () => number;
type Value = string | number | readonly string[];

/** Draws for an answer that is moved with this chance: one step, one pair of places, each practice at half the chance. */
export function doubtedValue(c: CompiledItem, value: Value, doubt: number, unit: number, random: () => number): Draw {
  if (c.item.kind === "multi") return switchedPractices(c, value as readonly string[], doubt / 2, unit, random);
  if (c.item.kind === "ranking") return swappedPlaces(c, value as readonly string[], doubt, unit, random);
  const today = itemValue(c, value, unit);
  const ladder = ladderOf(c, unit, today);
  const at = ladder.indexOf(today);
  return () => (random() < doubt ? ladder[neighbour(at, ladder.length, random)]! : ladder[at]!);
}

/** Draws for "I don't know": any step with equal chance, each practice by a coin, any ranking. */
export function anyValue(c: CompiledItem, unit: number, random: () => number): Draw {
  if (c.item.kind === "multi") return switchedPractices(c, [], 0.5, unit, random);
  if (c.item.kind === "ranking") return anyRanking(c, c.item.pick, unit, random);
  const ladder = ladderOf(c, unit);
  return () => ladder[Math.floor(random() * ladder.length)]!;
}

/**
 * The values side by side, rising or falling: the content check makes sure of one or the other. For a number these are
 * the different values of its anchors, with today's among them where there is one.
 */
function ladderOf(c: CompiledItem, unit: number, today?: number): number[] {
  const { item } = c;
  switch (item.kind) {
    case "scale":
      return Array.from({ length: item.max - item.min + 1 }, (_, i) => itemValue(c, item.min + i, unit));
    case "shift":
      return item.positions.map((_, i) => itemValue(c, i, unit));
    case "number": {
      const anchors = item.anchors.map(({ at }) => numberValue(item, at) * (unit / 1000));
      return [...new Set(today === undefined ? anchors : [...anchors, today])].sort((a, b) => a - b);
    }
    default:
      return [...c.values.values()];
  }
}

function neighbour(at: number, length: number, random: () => number): number {
  if (at === 0) return 1;
  if (at === length - 1) return at - 1;
  return random() < 0.5 ? at - 1 : at + 1;
}

function switchedPractices(c: CompiledItem, chosen: readonly string[], chance: number, unit: number, random: () => number): Draw {
  const options = optionsOf(c.item);
  const all = options.some((o) => o.all && chosen.includes(o.id));
  const practices = options
    .filter((option) => !option.all && !option.exclusive)
    .map((option) => ({ on: all || chosen.includes(option.id), value: c.values.get(option.id)! }));
  return () => {
    let sum = 0;
    for (const { on, value } of practices) if (random() < chance ? !on : on) sum += value;
    return Math.min(unit, sum);
  };
}

/** One place changes with the next; the last one with an option that was not picked. */
function swappedPlaces(c: CompiledItem, places: readonly string[], doubt: number, unit: number, random: () => number): Draw {
  const others = [...c.values.keys()].filter((id) => !places.includes(id));
  const today = itemValue(c, places, unit);
  return () => {
    if (random() >= doubt) return today;
    const p = Math.floor(random() * places.length);
    const swapped = [...places];
    swapped[p] = places[p + 1] ?? others[Math.floor(random() * others.length)]!;
    if (p + 1 < places.length) swapped[p + 1] = places[p]!;
    return itemValue(c, swapped, unit);
  };
}

function anyRanking(c: CompiledItem, pick: number, unit: number, random: () => number): Draw {
  const ids = [...c.values.keys()];
  return () => {
    const left = [...ids];
    const places = Array.from({ length: pick }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
    return itemValue(c, places, unit);
  };
}
