import { describe, expect, it } from "vitest";
import { scale } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { fieldName } from "../assessment/form-fields.ts";
import { readConsensus } from "./consensus-form.ts";

const item = scale("a1", "a", 0, 4);
const read = (entries: [string, string][]) => readConsensus(item, entries, english);
const set: [string, string][] = [
  ["intent", "set"],
  ["revision", "2"],
];
const answer = (value: string): [string, string] => [fieldName("answer", "a1"), value];

describe("what a team writes down", () => {
  it("is an answer and a reason", () => {
    expect(read([...set, answer("option:3"), ["reason", " We\r\nlooked. "]])).toMatchObject({ kind: "set", reason: "We\nlooked.", revision: 2 });
    expect(read([...set, answer("not_applicable"), ["reason", "It does not exist here."]])).toMatchObject({ kind: "set", answer: { state: "not_applicable" } });
    expect(
      read([
        ["intent", "withdraw"],
        ["revision", "1"],
      ]),
    ).toEqual({ kind: "withdraw", revision: 1 });
  });

  it("is refused without one of them, with where it is missing", () => {
    const fields = (entries: [string, string][]) => {
      const form = read(entries);
      return form.kind === "problems" ? form.problems.map(({ field, message }) => [field, message]) : form.kind;
    };
    expect(fields([...set])).toEqual([
      ["a1", "Choose what was agreed on."],
      ["reason", "Say why, in a few words."],
    ]);
    expect(fields([...set, answer("blank"), ["reason", "x"]])).toEqual([["a1", "Choose what was agreed on."]]);
    expect(fields([...set, answer("option:3"), ["reason", " "]])).toEqual([["reason", "Say why, in a few words."]]);
    expect(fields([...set, answer("option:3"), ["reason", "x".repeat(1001)]])).toEqual([["reason", "Say it in at most 1,000 characters."]]);
  });

  it("is none of this form with other fields", () => {
    for (const entries of [
      [["surplus", "1"]],
      [
        ["intent", "burn"],
        ["revision", "1"],
      ],
      [...set, ["answer.b1", "option:1"]],
      [
        ["intent", "set"],
        ["revision", "-1"],
      ],
    ])
      expect(read(entries as [string, string][])).toEqual({ kind: "foreign" });
  });
});
