import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/factories/plan-request.ts";
import { marked, translationOf, wordyDefinition } from "../../../tests/factories/translation.ts";
import type { Contradiction } from "../assessment/contradiction.ts";
import type { Definition } from "../assessment/definition.ts";
import type { Example } from "../assessment/example.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { StartingQuestions } from "../start/starting-questions.ts";
import { contradictionEntries } from "./contradiction-texts.ts";
import { definitionEntries, rewordDefinition } from "./definition-texts.ts";
import { exampleEntries } from "./example-texts.ts";
import { rewordInitiative } from "./initiative-texts.ts";
import { startEntries } from "./start-texts.ts";
import { entriesOf, standsFor } from "./text-entry.ts";
import {
  extentOf,
  stateOf,
  translateContradictions,
  translateDefinition,
  translateExample,
  translateStart,
  translateWhole,
  type TranslatedEntry,
  type Translation,
} from "./translation.ts";

const english = wordyDefinition();
const entries = definitionEntries(english);
/** Texts as their own hash: as good as any, and equal only where the texts are. */
const hashOf = canonicalJson;
const whole = translationOf(entries, hashOf);
const finnish = rewordDefinition(english, (_place, texts) => marked(texts));

function without(key: string): Translation {
  return new Map([...whole].filter(([other]) => other !== key));
}
function changed(key: string, change: Partial<TranslatedEntry>): Translation {
  return new Map([...whole, [key, { ...whole.get(key)!, ...change }]]);
}
const states = (translation: Translation, definition = english) =>
  Object.fromEntries(
    definitionEntries(definition).flatMap((entry) =>
      stateOf(entry, translation, hashOf) === "translated" ? [] : [[entry.key, stateOf(entry, translation, hashOf)]],
    ),
  );

describe("a translated definition", () => {
  it("is whole when every entry is translated", () => {
    expect(translateDefinition(english, whole, hashOf)).toEqual(finnish);
    expect(states(whole)).toEqual({});
    expect(extentOf(entries, whole, hashOf)).toBe("all");
  });

  it("is the English one when nothing is translated", () => {
    expect(translateDefinition(english, new Map(), hashOf)).toEqual(english);
    expect(extentOf(entries, new Map(), hashOf)).toBe("none");
  });

  it("speaks English where an entry is missing, and only there", () => {
    const translation = without("levels/l2");
    const expected: Definition = { ...finnish, levels: finnish.levels.map((level) => (level.id === "l2" ? english.levels[1]! : level)) };
    expect(translateDefinition(english, translation, hashOf)).toEqual(expected);
    expect(states(translation)).toEqual({ "levels/l2": "missing" });
    expect(extentOf(entries, translation, hashOf)).toBe("some");
  });

  it("speaks English where an entry was made from other texts, and only there", () => {
    const translation = changed("dimensions/d", { source: hashOf({ title: "d", summary: "Another." }) });
    const expected: Definition = { ...finnish, dimensions: [english.dimensions[0]!, finnish.dimensions[1]!] };
    expect(translateDefinition(english, translation, hashOf)).toEqual(expected);
    expect(states(translation)).toEqual({ "dimensions/d": "stale" });
  });

  it.each<[string, string, TranslatedEntry["texts"]]>([
    ["a text is empty", "dimensions/d", { title: "fi: d", summary: "" }],
    ["a text is blank", "dimensions/d", { title: " ", summary: "fi: About d." }],
    ["a text is not there", "items/age", { text: "fi: t", why: "fi: w" }],
    ["a label is empty", "items/one", { text: "t", why: "w", evidence: "e", options: { o0: "a", o1: "", o2: "c" } }],
    ["a label is not there", "items/one", { text: "t", why: "w", evidence: "e", options: { o0: "a", o2: "c" } }],
    ["there is a label too many", "items/one", { text: "t", why: "w", evidence: "e", options: { o0: "a", o1: "b", o2: "c", o3: "d" } }],
    ["a list is too short", "items/way", { text: "t", why: "w", evidence: "e", from: "f", to: "t", positions: ["a", "b"] }],
    ["a part of a list is empty", "items/way", { text: "t", why: "w", evidence: "e", from: "f", to: "t", positions: ["a", "", "c"] }],
    ["a list stands for texts by name", "items/one", { text: "t", why: "w", evidence: "e", options: ["a", "b", "c"] }],
    ["texts by name stand for a list", "items/way", { text: "t", why: "w", evidence: "e", from: "f", to: "t", positions: { 0: "a", 1: "b", 2: "c" } }],
    [
      "a case of a verdict has no text",
      "readouts/verdict",
      { title: "t", cases: [{ title: "t", text: "x" }, { title: "t" }], otherwise: { title: "t", text: "x" } },
    ],
  ])("takes an entry for missing when %s", (_what, key, texts) => {
    const translation = changed(key, { texts });
    expect(states(translation)).toEqual({ [key]: "missing" });
    const expected = rewordDefinition(english, (place, own) => (place.key === key ? own : marked(own)));
    expect(translateDefinition(english, translation, hashOf)).toEqual(expected);
  });

  it("serves an older version where it reads the same, whatever else has changed", () => {
    const older: Definition = {
      ...english,
      version: 1,
      title: "An older title",
      levels: english.levels.map((level) => ({ ...level, cut: level.cut + 1 })),
      items: english.items.map((item) => (item.id === "one" ? { ...item, text: "What about one, then?" } : { ...item, weight: 2 })),
    };
    const expected = rewordDefinition(older, (place, own) => (["assessment", "items/one"].includes(place.key) ? own : marked(own)));
    expect(translateDefinition(older, whole, hashOf)).toEqual(expected);
    expect(states(whole, older)).toEqual({ assessment: "stale", "items/one": "stale" });
    expect(expected.levels.map(({ cut }) => cut)).toEqual([1, 21, 41, 61, 81]);
  });

  it("serves an older version whose texts it was made from, though they have changed since", () => {
    const older: Definition = { ...english, title: "An older title" };
    const translation = translationOf(definitionEntries(older), hashOf);
    expect(translateDefinition(older, translation, hashOf).title).toBe("fi: An older title");
    expect(translateDefinition(english, translation, hashOf).title).toBe(english.title);
  });

  it("finds the labels of options by their ids", () => {
    const turned = { ...english, items: english.items.map((item) => (item.kind === "single" ? { ...item, options: [...item.options].reverse() } : item)) };
    const expected = { ...finnish, items: finnish.items.map((item) => (item.kind === "single" ? { ...item, options: [...item.options].reverse() } : item)) };
    expect(translateDefinition(turned, whole, hashOf)).toEqual(expected);
  });
});

describe("what may stand for English texts", () => {
  it("has no keys but their own", () => {
    expect(standsFor({ a: "x" }, { a: "y" })).toBe(true);
    expect(standsFor({ a: "x", b: "x" }, { a: "y" })).toBe(false);
    expect(standsFor({ b: "x" }, { a: "y" })).toBe(false);
    expect(standsFor({}, { constructor: "y" })).toBe(false);
    for (const other of [undefined, null, 1, "x", ["x"]]) expect(standsFor(other, { a: "y" })).toBe(false);
    for (const other of [undefined, null, 1, {}, []]) expect(standsFor(other, "y")).toBe(false);
  });
});

describe("what else is translated", () => {
  const example: Example = { title: "An invented shop", answers: { one: { state: "not_sure" } } };
  const rules: Contradiction[] = ["first", "second"].map((id) => ({
    id,
    text: `The ${id} rule.`,
    allOf: [
      { assessment: "fixture", item: "one", atMost: "o0" },
      { assessment: "fixture", item: "many", has: "p0" },
    ],
  }));
  const start: StartingQuestions = {
    questions: ["who", "what"].map((id) => ({
      id,
      text: `${id}?`,
      options: ["a", "b"].map((option) => ({ id: option, label: `${id} ${option}`, because: `it is ${option}`, points: { fixture: 2 }, minutes: 5 })),
    })),
  };

  it("is the title of the example", () => {
    expect(translateExample(example, translationOf(exampleEntries(example), hashOf), hashOf)).toEqual({ ...example, title: "fi: An invented shop" });
    expect(translateExample(example, new Map(), hashOf)).toEqual(example);
  });

  it("is each contradiction rule by itself", () => {
    const { second } = Object.fromEntries(translationOf(contradictionEntries(rules), hashOf));
    expect(translateContradictions(rules, new Map([["second", second!]]), hashOf)).toEqual([rules[0], { ...rules[1], text: "fi: The second rule." }]);
  });

  it("is each starting question with its options", () => {
    const translation = translationOf(startEntries(start), hashOf);
    translation.delete("who");
    const [who, what] = start.questions;
    const options = what!.options.map((option) => ({ ...option, label: `fi: ${option.label}`, because: `fi: ${option.because}` }));
    expect(translateStart(start, translation, hashOf)).toEqual({ questions: [who, { ...what, text: "fi: what?", options }] });
  });
});

describe("what is one entry and says its language", () => {
  const english = initiative("greet-first", { effort: { people: 2 }, raises: { one: "o1" } });
  const translation = translationOf(
    entriesOf((reword) => rewordInitiative(english, reword)),
    hashOf,
  );
  const inFinnish = (one: Initiative, by: Translation) => translateWhole(one, rewordInitiative, "fi", by, hashOf);

  it("is in the language where it is translated", () => {
    expect(inFinnish(english, translation)).toEqual({ ...rewordInitiative(english, (_place, texts) => marked(texts)), language: "fi" });
  });

  it("is the English one, and says so, where it is not translated, has changed or lacks a text", () => {
    expect(inFinnish(english, new Map())).toEqual({ ...english, language: "en" });
    const changed = { ...english, owner: "Somebody else" };
    expect(inFinnish(changed, translation)).toEqual({ ...changed, language: "en" });
    const { source, texts } = translation.get("greet-first")!;
    const lacking = new Map([["greet-first", { source, texts: { ...texts, checklist: ["a", "b", "c", "d"] } }]]);
    expect(inFinnish(english, lacking)).toEqual({ ...english, language: "en" });
  });
});
