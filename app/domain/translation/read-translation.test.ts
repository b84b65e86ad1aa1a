import { describe, expect, it } from "vitest";
import { wordyDefinition } from "../../../tests/factories/translation.ts";
import { definitionEntries } from "./definition-texts.ts";
import { readTranslation } from "./read-translation.ts";
import type { TextEntry, Texts } from "./text-entry.ts";

const entries = definitionEntries(wordyDefinition());
const inFile = (file: string) => entries.filter((entry) => entry.file === file);

const pathsOf = (value: Texts, english: readonly TextEntry[]) => readTranslation(value, english).problems.map(({ path }) => path.join("."));

describe("reading a translation", () => {
  it("finds entries at their place, under their keys", () => {
    const value = { assessment: { source: "a", title: "t" }, levels: { l1: { source: "b", name: "n" } }, dimensions: {} };
    expect(readTranslation(value, inFile("assessment"))).toEqual({
      translated: [
        ["assessment", { source: "a", texts: { title: "t" } }],
        ["levels/l1", { source: "b", texts: { name: "n" } }],
      ],
      problems: [],
    });
    expect(readTranslation({ dimensions: { d: { source: "", low: "l" } } }, inFile("readings")).translated).toEqual([
      ["readings/d", { source: "", texts: { low: "l" } }],
    ]);
  });

  it("names what English does not have: entries, keys, options and parts of lists", () => {
    expect(pathsOf({ levels: { l9: { source: "" } } }, inFile("assessment"))).toEqual(["levels.l9"]);
    expect(pathsOf({ items: { one: { source: "", positions: ["a"] }, way: { source: "" } } }, inFile("questions/d"))).toEqual([
      "items.one.positions",
      "items.way",
    ]);
    expect(pathsOf({ items: { one: { source: "", options: { o0: "a", o9: "b", constructor: "c" } } } }, inFile("questions/d"))).toEqual([
      "items.one.options.o9",
      "items.one.options.constructor",
    ]);
    expect(pathsOf({ items: { way: { source: "", positions: ["a", "b", "c", "d"] } } }, inFile("questions/e"))).toEqual(["items.way.positions.3"]);
    expect(pathsOf({ readouts: { verdict: { source: "", text: "a", cases: [{ title: "a" }, {}, {}] } } }, inFile("readings"))).toEqual([
      "readouts.verdict.text",
      "readouts.verdict.cases.2",
    ]);
  });

  it("takes an id that is called source for what it is", () => {
    const english = [{ key: "source", file: "contradictions", path: ["source"], texts: { text: "t" } }];
    expect(readTranslation({ source: { source: "a", text: "u" } }, english)).toEqual({
      translated: [["source", { source: "a", texts: { text: "u" } }]],
      problems: [],
    });
  });
});
