import type { Answer } from "#app/domain/assessment/answer.ts";
import type { Definition, Dimension, Item, ItemOption } from "#app/domain/assessment/definition.ts";

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

export function dimension(id: string, extras: Partial<Pick<Dimension, "weight" | "critical">> = {}): Dimension {
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

export function answered(value: string | number | string[], extras: Partial<Answer> = {}): Answer {
  return { state: "answered", value, ...extras } as Answer;
}

export const NOT_SURE: Answer = { state: "not_sure" };
export const NOT_APPLICABLE: Answer = { state: "not_applicable" };
export const BLANK: Answer = { state: "blank" };
