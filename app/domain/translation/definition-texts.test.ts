import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAnswered, anyDefinition } from "../../../tests/factories/arbitrary-definition.ts";
import { marked, wordyDefinition } from "../../../tests/factories/translation.ts";
import { type Definition, definitionSchema } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { definitionEntries, rewordDefinition } from "./definition-texts.ts";
import type { Reword } from "./text-entry.ts";

/** Where strings are no texts: ids, codes, and the names of a source. */
const NO_TEXTS = [
  /^(slug|source\.after|source\.work)$/,
  /^audience\.\d+$/,
  /^(levels|dimensions|items|flags|readouts)\.\d+\.id$/,
  /^dimensions\.\d+\.carriedBy$/,
  /^items\.\d+\.(dimension|kind|unit|shared|(pillars|audience)\.\d+|options\.\d+\.id)$/,
  /^(flags|readouts)\.\d+\.(cases\.\d+\.)?(anyOf|allOf)\.\d+\.(item|atMost|atLeast|has|lacks)$/,
  /^readouts\.\d+\.(kind|item|items\.\d+|minuend|subtrahend|source)$/,
];

/** Every string of a value with the way to it. */
function stringsIn(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, path === "" ? key : `${path}.${key}`));
}

const mark: Reword = (_place, texts) => marked(texts);

function expectEveryTextReached(definition: Definition): void {
  const before = stringsIn(definition);
  const after = stringsIn(rewordDefinition(definition, mark));
  expect(after).toEqual(before.map(([path, text]) => [path, NO_TEXTS.some((pattern) => pattern.test(path)) ? text : `fi: ${text}`]));
}

describe("the texts of a definition", () => {
  it("are all reached, in items, flags and readouts of every kind, and nothing else is", () => {
    const definition = wordyDefinition();
    expect(definitionSchema.parse(definition)).toEqual(definition);
    expectEveryTextReached(definition);
  });

  it("are all reached in any definition", () => {
    fc.assert(fc.property(anyDefinition, expectEveryTextReached));
  });

  it("stay the same when they are said again", () => {
    const definition = wordyDefinition();
    expect(rewordDefinition(definition, (_place, texts) => texts)).toEqual(definition);
  });

  it("change no figure", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        expect(score(compile(rewordDefinition(definition, mark)), answers)).toEqual(score(compile(definition), answers));
      }),
    );
  });
});

describe("the entries of a definition", () => {
  const entries = definitionEntries(wordyDefinition());
  const entry = (key: string) => entries.find((one) => one.key === key);

  it("each have a key and a place of their own, in the order of the files", () => {
    expect(entries.map(({ key }) => key)).toEqual([
      "assessment",
      ...[1, 2, 3, 4, 5].map((n) => `levels/l${n}`),
      ...["dimensions/d", "dimensions/e"],
      ...["one", "many", "step", "way", "age", "order"].map((id) => `items/${id}`),
      ...["readings/d", "readings/e", "flags/either", "flags/both"],
      ...["mix", "gap", "distance", "decay", "ranking", "matrix", "verdict"].map((id) => `readouts/${id}`),
    ]);
    expect(new Set(entries.map(({ file, path }) => [file, ...path].join("/"))).size).toBe(entries.length);
  });

  it("stand in the file of their part, under its keys", () => {
    expect(entry("assessment")).toMatchObject({ file: "assessment", path: ["assessment"], texts: { claim: "None.", from: "low", to: "high" } });
    expect(entry("dimensions/e")).toMatchObject({ file: "assessment", path: ["dimensions", "e"], texts: { title: "e", summary: "About e." } });
    expect(entry("readings/e")).toMatchObject({ file: "readings", path: ["dimensions", "e"] });
    expect(entry("items/way")).toMatchObject({ file: "questions/e", path: ["items", "way"] });
    expect(Object.keys(entry("items/many")!.texts.options!)).toEqual(["p0", "p1", "all", "none"]);
    expect(entry("readouts/ranking")!.texts).toEqual({ title: "A title", text: "A text." });
  });
});
