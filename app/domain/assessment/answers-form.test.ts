import { describe, expect, it } from "vitest";
import { multi, scale, single } from "../../../tests/factories/definition.ts";
import { answersFromForm, type FormEntries } from "./answers-form.ts";

const one = single("one", "d", [0, 0.5, 1]);
const many = multi("many", "d", [0.4, 0.6], { marked: true });
const steps = scale("steps", "d", 1, 5);

const read = (...entries: FormEntries) => answersFromForm([one, many, steps], entries);
const answerOf = (id: string, ...entries: FormEntries) => read(...entries).changes.find((c) => c.itemId === id);

describe("answersFromForm", () => {
  it("reads each kind, and what was left alone as blank", () => {
    const { changes, problems } = read(["answer.one", "option:o1"], ["answer.many", "option:p0"], ["answer.many", "option:p1"], ["revision.many", "3"]);
    expect(problems).toEqual([]);
    expect(changes).toEqual([
      { itemId: "one", answer: { state: "answered", value: "o1" }, basedOn: 0 },
      { itemId: "many", answer: { state: "answered", value: ["p0", "p1"] }, basedOn: 3 },
      { itemId: "steps", answer: { state: "blank" }, basedOn: 0 },
    ]);
    expect(answerOf("steps", ["answer.steps", "option:4"])!.answer).toEqual({ state: "answered", value: 4 });
  });

  it("reads the two ways out", () => {
    expect(answerOf("one", ["answer.one", "not_sure"])!.answer).toEqual({ state: "not_sure" });
    expect(answerOf("many", ["answer.many", "not_applicable"])!.answer).toEqual({ state: "not_applicable" });
  });

  it("keeps confidence, note and evidence, trimmed, with plain line breaks", () => {
    const extras: FormEntries = [
      ["confidence.one", "guess"],
      ["comment.one", "  two\r\nlines "],
      ["evidence.one", "https://example.com/a"],
    ];
    expect(answerOf("one", ["answer.one", "option:o0"], ...extras)!.answer).toEqual({
      state: "answered",
      value: "o0",
      confidence: "guess",
      comment: "two\nlines",
      evidence: { link: "https://example.com/a" },
    });
  });

  it.each<[string, FormEntries, string]>([
    [
      "an answer together with a way out",
      [
        ["answer.many", "option:p0"],
        ["answer.many", "not_sure"],
      ],
      "either",
    ],
    [
      "two answers to a question that takes one",
      [
        ["answer.one", "option:o0"],
        ["answer.one", "option:o1"],
      ],
      "one answer",
    ],
    ["an unknown option", [["answer.one", "option:nope"]], "no option"],
    ["an unknown state", [["answer.one", "answered"]], "one of the answers shown"],
    [
      "none together with a practice",
      [
        ["answer.many", "option:none"],
        ["answer.many", "option:p0"],
      ],
      "cannot be combined",
    ],
    ["a number off the scale", [["answer.steps", "option:9"]], "from 1 to 5"],
    ["a number that is none", [["answer.steps", "option:x"]], "one of the answers shown"],
    [
      "a link that runs code",
      [
        ["answer.one", "option:o0"],
        ["evidence.one", "javascript:alert(1)"],
      ],
      "http",
    ],
    ["a note with NUL", [["comment.one", "a\u0000b"]], "note"],
    ["an unknown confidence", [["confidence.one", "sure"]], "how sure"],
  ])("refuses %s and names the question", (_, entries, message) => {
    const { problems } = read(...entries);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.field).toMatch(/^(one|many|steps)$/);
    expect(problems[0]!.message).toContain(message);
  });

  it("refuses fields of questions that are not on the screen", () => {
    expect(read(["answer.other", "option:o0"]).problems).toEqual([{ field: "answer.other", message: "is not a field of this screen" }]);
    expect(read(["__proto__", "x"]).problems).toHaveLength(1);
  });

  it("takes a revision that is none for 0", () => {
    expect(answerOf("one", ["revision.one", "-1"])!.basedOn).toBe(0);
    expect(answerOf("one", ["revision.one", "1e999"])!.basedOn).toBe(0);
  });
});

describe("a question that comes back as it was shown", () => {
  const shown = JSON.stringify({ state: "answered", value: "o1" });

  it("is no change", () => {
    expect(answerOf("one", ["answer.one", "option:o1"], ["shown.one", shown])).toBeUndefined();
    expect(answerOf("one", ["shown.one", '{"state":"blank"}'])).toBeUndefined();
  });

  it("is one as soon as anything of it differs", () => {
    expect(answerOf("one", ["answer.one", "option:o2"], ["shown.one", shown])).toBeDefined();
    expect(answerOf("one", ["answer.one", "option:o1"], ["comment.one", "now"], ["shown.one", shown])).toBeDefined();
    expect(answerOf("one", ["shown.one", shown])!.answer).toEqual({ state: "blank" });
  });
});
