import type { Answer, Said } from "#app/domain/assessment/answer.ts";
import type { Definition, Dimension, Item, ItemOf } from "#app/domain/assessment/definition.ts";
import type { ItemOption } from "#app/domain/assessment/item-schemas.ts";

type ItemExtras = Partial<Pick<Item, "weight" | "pillars" | "audience">>;

const itemBase = (id: string, dimension: string, extras: ItemExtras) => ({
  id,
  dimension,
  text: `What about ${id}?`,
  weight: 1,
  pillars: ["process" as const],
  audience: ["manager" as const],
  why: "It matters.",
  evidence: "A record.",
  ...extras,
});

/** A single item whose options are called `o0`, `o1`, ... and have these values. */
export function single(id: string, dimension: string, values: readonly number[], extras: ItemExtras = {}): Item {
  const options = values.map((value, i) => ({ id: `o${i}`, label: `Option ${i}`, value }));
  return { ...itemBase(id, dimension, extras), kind: "single", options };
}

/** A multi item whose practices are called `p0`, `p1`, ...; `marked` adds the options `all` and `none`. */
export function multi(id: string, dimension: string, values: readonly number[], extras: ItemExtras & { marked?: boolean } = {}): Item {
  const { marked = false, ...rest } = extras;
  const practices = values.map((value, i): ItemOption => ({ id: `p${i}`, label: `Practice ${i}`, value }));
  const marks: ItemOption[] = [
    { id: "all", label: "All of these", value: 1, all: true },
    { id: "none", label: "None of these", value: 0, exclusive: true },
  ];
  return { ...itemBase(id, dimension, rest), kind: "multi", options: marked ? [...practices, ...marks] : practices };
}

export function scale(id: string, dimension: string, min: number, max: number, extras: ItemExtras & { reverse?: true } = {}): Item {
  const { reverse, ...rest } = extras;
  const ends = { min, max, minLabel: "Low", maxLabel: "High" };
  return { ...itemBase(id, dimension, rest), kind: "scale", ...ends, ...(reverse && { reverse }) };
}

/** A shift whose positions are called `Position 0`, `Position 1`, ... */
export function shift(id: string, dimension: string, positions: number, extras: ItemExtras = {}): Item {
  const labels = Array.from({ length: positions }, (_, i) => `Position ${i}`);
  return { ...itemBase(id, dimension, extras), kind: "shift", from: "The old way", to: "The new way", positions: labels };
}

/** A number with anchors [at, value]; its range is theirs in whole numbers, ten wider on either side. */
export function number(id: string, dimension: string, anchors: readonly (readonly [number, number])[], extras: ItemExtras = {}): ItemOf<"number"> {
  const ats = anchors.map(([at]) => at);
  const range = { min: Math.floor(Math.min(...ats)) - 10, max: Math.ceil(Math.max(...ats)) + 10 };
  return { ...itemBase(id, dimension, extras), kind: "number", unit: "days", ...range, anchors: anchors.map(([at, value]) => ({ at, value })) };
}

/** A ranking whose options are called `r0`, `r1`, ... and have these values. */
export function ranking(id: string, dimension: string, pick: number, values: readonly number[], extras: ItemExtras = {}): ItemOf<"ranking"> {
  const options = values.map((value, i) => ({ id: `r${i}`, label: `Choice ${i}`, value }));
  return { ...itemBase(id, dimension, extras), kind: "ranking", pick, options };
}

export function dimension(id: string, extras: Partial<Pick<Dimension, "weight" | "critical" | "carriedBy">> = {}): Dimension {
  return { id, title: id, summary: `About ${id}.`, weight: 1, critical: false, ...extras };
}

/** A definition with these dimensions and items, levels at 0/20/40/60/80, and no flags unless given. */
export function definitionOf(dimensions: Dimension[], items: Item[], extras: Partial<Pick<Definition, "flags" | "readouts" | "slug">> = {}): Definition {
  const reading = { low: "Low.", middle: "Middle.", high: "High.", strength: "it works", weakness: "it does not" };
  return {
    slug: "fixture",
    version: 1,
    title: "A fixture",
    shortTitle: "Fixture",
    summary: "A fixture.",
    introduction: "A fixture.",
    minutes: 1,
    audience: ["manager"],
    youGet: ["one", "two", "three"],
    source: { after: "Nobody", work: "A fixture", claim: "None." },
    line: { from: "low", to: "high" },
    levels: [0, 20, 40, 60, 80].map((cut, i) => ({ id: `l${i + 1}`, cut, name: `Level ${i + 1}`, paragraph: "A level." })),
    dimensions,
    items,
    readings: Object.fromEntries(dimensions.map((d) => [d.id, reading])),
    flags: [],
    readouts: [],
    ...extras,
  };
}

export function answered(value: string | number | string[], extras: Partial<Said> = {}): Said {
  return { ...extras, state: "answered", value };
}

export const NOT_SURE: Answer = { state: "not_sure" };
export const NOT_APPLICABLE: Answer = { state: "not_applicable" };
export const BLANK: Answer = { state: "blank" };
