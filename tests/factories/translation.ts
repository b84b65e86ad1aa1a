import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Text, TextEntry, Texts } from "#app/domain/translation/text-entry.ts";
import type { TranslatedEntry } from "#app/domain/translation/translation.ts";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "./definition.ts";

/** Every text in the texts with this before it. */
export function marked<T extends Text>(text: T, mark = "fi: "): T {
  if (typeof text === "string") return `${mark}${text}` as T;
  if (Array.isArray(text)) return text.map((one: Text) => marked(one, mark)) as unknown as T;
  return Object.fromEntries(Object.entries(text).map(([name, one]) => [name, marked(one as Text, mark)])) as T;
}

/** A translation of all these entries, made from their English texts as they are. */
export function translationOf(entries: readonly TextEntry[], hashOf: (texts: Texts) => string): Map<string, TranslatedEntry> {
  return new Map(entries.map(({ key, texts }) => [key, { source: hashOf(texts), texts: marked(texts) }]));
}

/** A definition with an item and a readout of every kind, and both kinds of flags. */
export function wordyDefinition(): Definition {
  const items = [
    single("one", "d", [0, 0.5, 1]),
    multi("many", "d", [0.5, 0.5], { marked: true }),
    scale("step", "d", 0, 4),
    shift("way", "e", 3),
    number("age", "e", [
      [0, 1],
      [10, 0],
    ]),
    ranking("order", "e", 2, [1, 1, 0]),
  ];
  const head = { title: "A title", text: "A text." };
  return definitionOf([dimension("d"), dimension("e", { carriedBy: "d" })], items, {
    flags: [
      { id: "either", ...head, anyOf: [{ item: "one", atMost: "o0" }] },
      { id: "both", ...head, allOf: [{ item: "many", lacks: "p0" }] },
    ],
    readouts: [
      { id: "mix", kind: "mix", ...head, items: ["one", "many"] },
      { id: "gap", kind: "gap", ...head, minuend: "one", subtrahend: "many" },
      { id: "distance", kind: "distance", ...head, items: ["way"] },
      { id: "decay", kind: "decay", ...head, item: "age", monthlyPercent: 2 },
      { id: "ranking", kind: "ranking", ...head, item: "order", source: "A survey" },
      { id: "matrix", kind: "matrix", ...head, columns: ["left", "middle", "right"], items: ["one"] },
      {
        id: "verdict",
        kind: "verdict",
        title: "A title",
        cases: [
          { ...head, anyOf: [{ item: "one", atLeast: "o2" }] },
          { ...head, allOf: [{ item: "way", atLeast: 1 }] },
        ],
        otherwise: head,
      },
    ],
  });
}
