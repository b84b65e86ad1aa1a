import { type Definition, type Item, optionsOf } from "../assessment/definition.ts";
import { PILLARS } from "../assessment/vocabulary.ts";

/**
 * A distribution that somebody else published, for one assessment (method, section 6). It is shown under its own name with all of its
 * provenance, and no figure is ever computed from it and what is measured here.
 */
export type ReferenceSet = Provenance & {
  /** The assessment it fits. */
  slug: string;
  values: ReferenceValue[];
};

export type Provenance = {
  name: string;
  source: string;
  /** An http(s) address; null: there is none. */
  url: string | null;
  /** Null: the source does not state it. */
  year: number | null;
  /** How many answered, 1 or more. */
  n: number;
  method: string;
  licence: string;
};

/**
 * `percentile`: the score, 0..100, at the percentile `at`, "1".."99"; `mean`: the mean score, 0..100, with an empty `at`; `share`: percent of
 * the respondents who chose the option `at`; `rank`: the place of the option `at`, from 1.
 */
export const REFERENCE_FIGURES = ["percentile", "mean", "share", "rank"] as const;
export type ReferenceFigure = (typeof REFERENCE_FIGURES)[number];

/** `part`: "overall", "dimension:<id>", "pillar:<id>" or "item:<id>". */
export type ReferenceValue = { part: string; kind: ReferenceFigure; at: string; value: number };

/** What keeps a figure of a set from being shown beside an assessment. */
export type ValueProblem =
  | "part" // no such part, question or pillar in this version of the assessment
  | "figure" // the part has no figure of this kind
  | "at" // no such option, or no percentile
  | "range" // outside what such a figure can be
  | "repeated" // the same figure stands above
  | "falling" // lower than a lower percentile
  | "sum" // the shares of a question with one answer add up to more than everybody
  | "places"; // not the places 1 to k, each once

/** Shares are published rounded; each may be half a percent too large. */
const ROUNDING = 0.5;

/**
 * What is wrong with the figures of a set beside a version of an assessment, each told once at the first figure that shows it.
 * @returns positions in `values`, in order
 */
export function valueProblems(values: readonly ReferenceValue[], definition: Definition): { index: number; problem: ValueProblem }[] {
  const alone = values.map((value, index) => ({ index, problem: problemAlone(value, definition) ?? problemOfRepeated(values, index) }));
  const wrong = new Set(alone.flatMap(({ index, problem }) => (problem ? [index] : [])));
  const together = [...new Set(values.map(({ part }) => part))].flatMap((part) => {
    const own = values.flatMap((value, index) => (value.part === part ? [{ ...value, index }] : []));
    return own.some(({ index }) => wrong.has(index)) ? [] : problemsTogether(own, itemOf(part, definition));
  });
  return [...alone.flatMap(({ index, problem }) => (problem ? [{ index, problem }] : [])), ...together].sort((a, b) => a.index - b.index);
}

/** The question that a part names; undefined for a score, and where there is none. */
export function itemOf(part: string, definition: Definition): Item | undefined {
  return definition.items.find(({ id }) => part === `item:${id}`);
}

function problemAlone({ part, kind, at, value }: ReferenceValue, definition: Definition): ValueProblem | null {
  const item = itemOf(part, definition);
  if (!item && !isScore(part, definition)) return "part";
  if (item ? !figuresOf(item).includes(kind) : kind !== "percentile" && kind !== "mean") return "figure";
  if (kind === "percentile" && !/^[1-9]\d?$/.test(at)) return "at";
  if (kind === "mean" && at !== "") return "at";
  if (item && !answersOf(item).includes(at)) return "at";
  const isWithin = kind === "rank" ? Number.isInteger(value) && value >= 1 && value <= optionsOf(item!).length : value >= 0 && value <= 100;
  return isWithin ? null : "range";
}

function isScore(part: string, { dimensions, items }: Definition): boolean {
  return (
    part === "overall" ||
    dimensions.some(({ id }) => part === `dimension:${id}`) ||
    PILLARS.some((pillar) => part === `pillar:${pillar}` && items.some(({ pillars }) => pillars.includes(pillar)))
  );
}

/** What can be published of a question: nothing of a number, whose answers are as many as there are readings. */
function figuresOf({ kind }: Item): ReferenceFigure[] {
  if (kind === "number") return [];
  return kind === "ranking" ? ["share", "rank"] : ["share"];
}

/** The answers of a question as a set names them: ids of options, the numbers of a scale, the positions of a shift from 0. */
export function answersOf(item: Item): string[] {
  switch (item.kind) {
    case "scale":
      return Array.from({ length: item.max - item.min + 1 }, (_, i) => String(item.min + i));
    case "shift":
      return item.positions.map((_, i) => String(i));
    default:
      return optionsOf(item).map(({ id }) => id);
  }
}

function problemOfRepeated(values: readonly ReferenceValue[], index: number): ValueProblem | null {
  const { part, kind, at } = values[index]!;
  return values.findIndex((other) => other.part === part && other.kind === kind && other.at === at) < index ? "repeated" : null;
}

type Placed = ReferenceValue & { index: number };

function problemsTogether(values: readonly Placed[], item: Item | undefined): { index: number; problem: ValueProblem }[] {
  const of = (kind: ReferenceFigure) => values.filter((value) => value.kind === kind);
  const percentiles = of("percentile").sort((a, b) => Number(a.at) - Number(b.at));
  const falling = percentiles.find(({ value }, i) => i > 0 && value < percentiles[i - 1]!.value);
  const ranks = of("rank");
  const places = new Set(ranks.map(({ value }) => value));
  const isWhole = ranks.every((_, i) => places.has(i + 1));
  const shares = of("share");
  const isOneAnswer = item !== undefined && item.kind !== "multi" && item.kind !== "ranking";
  const most = 100 + ROUNDING * shares.length;
  const isTooMuch = isOneAnswer && shares.reduce((sum, { value }) => sum + value, 0) > most;
  return [
    ...(falling ? [{ index: falling.index, problem: "falling" as const }] : []),
    ...(isWhole ? [] : [{ index: ranks[0]!.index, problem: "places" as const }]),
    ...(isTooMuch ? [{ index: shares[0]!.index, problem: "sum" as const }] : []),
  ];
}
