import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { type Answers, answerSchema, answersSchema, answerTo, checkAnswers, problemWith, safeText, storedAnswerSchema } from "./answer.ts";

const accepts = (value: unknown) => answerSchema.safeParse(value).success;

describe("the shape of an answer", () => {
  it("is one of four states", () => {
    for (const state of ["not_applicable", "not_sure", "blank"]) expect(accepts({ state })).toBe(true);
    expect(accepts({ state: "answered", value: "o0" })).toBe(true);
    expect(accepts({ state: "answered" })).toBe(false);
    expect(accepts({ state: "skipped" })).toBe(false);
    expect(accepts({ state: "blank", value: "o0" })).toBe(false);
    expect(accepts({ value: "o0" })).toBe(false);
    expect(accepts(null)).toBe(false);
  });

  it("takes an option id, a list of them or a number", () => {
    for (const value of ["o0", "", ["a", "b"], [], 3, -1, 0.5]) expect(accepts({ state: "answered", value })).toBe(true);
    for (const value of [null, true, {}, [1], [["a"]], undefined]) expect(accepts({ state: "answered", value })).toBe(false);
  });

  it("takes no number that JSON cannot carry", () => {
    for (const value of [NaN, Infinity, -Infinity, 1e309]) expect(accepts({ state: "answered", value })).toBe(false);
    expect(accepts(JSON.parse('{"state":"answered","value":1e309}'))).toBe(false);
  });

  it("takes no text that cannot be stored", () => {
    for (const text of ["\u0000", "a\u0000b", "\ud800", "a\udfff", "\udc00\ud800"]) {
      expect(accepts({ state: "answered", value: text })).toBe(false);
      expect(accepts({ state: "answered", value: [text] })).toBe(false);
      expect(accepts({ state: "blank", comment: text })).toBe(false);
      expect(accepts({ state: "blank", evidence: { link: `https://example.com/${text}` } })).toBe(false);
    }
    expect(accepts({ state: "blank", comment: "😀 is a pair" })).toBe(true);
  });

  it("keeps text and lists short", () => {
    expect(accepts({ state: "answered", value: "x".repeat(64) })).toBe(true);
    expect(accepts({ state: "answered", value: "x".repeat(65) })).toBe(false);
    expect(accepts({ state: "answered", value: ["x".repeat(65)] })).toBe(false);
    expect(accepts({ state: "answered", value: Array(12).fill("x") })).toBe(true);
    expect(accepts({ state: "answered", value: Array(13).fill("x") })).toBe(false);
    expect(accepts({ state: "not_sure", comment: "x".repeat(1000) })).toBe(true);
    expect(accepts({ state: "not_sure", comment: "x".repeat(1001) })).toBe(false);
  });

  it("takes a confidence, a comment and evidence with every state", () => {
    const extras = { confidence: "guess", comment: "Asked sales.", evidence: { link: "https://example.com/a", expires: "2024-12-31" } };
    for (const state of ["not_applicable", "not_sure", "blank"]) expect(accepts({ state, ...extras })).toBe(true);
    expect(accepts({ state: "answered", value: 1, ...extras })).toBe(true);
    for (const confidence of ["guess", "fairly_sure", "certain"]) expect(accepts({ state: "blank", confidence })).toBe(true);
    expect(accepts({ state: "blank", confidence: "sure" })).toBe(false);
    expect(accepts({ state: "blank", mood: "good" })).toBe(false);
  });

  it("takes evidence that can be followed", () => {
    const evidence = (link: string, more = {}) => accepts({ state: "blank", evidence: { link, ...more } });
    for (const link of ["https://example.com", "http://example.com/a?b=c", "HTTPS://EXAMPLE.COM"]) expect(evidence(link)).toBe(true);
    for (const link of [
      "javascript:alert(1)",
      "example.com",
      "ftp://example.com",
      " https://example.com",
      "https://",
      "https://a b",
      "xhttps://a",
      "https://a ",
    ]) {
      expect(evidence(link)).toBe(false);
    }
    for (const link of ["https://bank.example@evil.example/", "https://bank.example:443@evil.example", "http:////a:b@c.example", "HTTPS://:secret@a.example"]) {
      expect(evidence(link)).toBe(false);
    }
    for (const link of ["https://evil.example\\@good.example", "https://\u202egood.example", "https://good.example\u2044x.evil.example", "https://a:b:c/"]) {
      expect(evidence(link)).toBe(false);
    }
    for (const link of [
      "https://bücher.example/ä",
      "https://[::1]:8080/x",
      "https://example.com/@team",
      "https://example.com/?to=a@b.example",
      "https://example.com/#@",
    ])
      expect(evidence(link)).toBe(true);
    expect(evidence(`https://${"x".repeat(492)}`)).toBe(true);
    expect(evidence(`https://${"x".repeat(493)}`)).toBe(false);
    for (const expires of ["2024-02-30", "31.12.2024", "2024-1-1", ""]) expect(evidence("https://a", { expires })).toBe(false);
    expect(evidence("https://a", { title: "x" })).toBe(false);
    expect(accepts({ state: "blank", evidence: {} })).toBe(false);
  });

  it("says in words what is wrong", () => {
    const messages = (value: unknown) => answerSchema.safeParse(value).error!.issues.map((issue) => issue.message);
    expect(messages({ state: "blank", comment: "\u0000" })).toEqual(["has characters that cannot be stored"]);
    expect(messages({ state: "blank", comment: "x".repeat(1001) })).toEqual(["use at most 1000 characters"]);
    expect(messages({ state: "blank", evidence: { link: "x" } })).toEqual(["begin the link with http:// or https://"]);
    expect(messages({ state: "blank", evidence: { link: "https://bank.example@evil.example/" } })).toEqual([
      "leave out the name or password before the @: it hides where the link leads",
    ]);
    expect(messages({ state: "blank", evidence: { link: "https://evil.example\\@good.example" } })).toEqual([
      "give an address that a browser can open as it is written",
    ]);
    const messagesOf = (text: string) =>
      safeText(3)
        .safeParse(text)
        .error?.issues.map((issue) => issue.message);
    expect(messagesOf("abc")).toBeUndefined();
    expect(messagesOf("")).toBeUndefined();
    expect(messagesOf("abcd")).toEqual(["use at most 3 characters"]);
    expect(messagesOf("\ud800")).toEqual(["has characters that cannot be stored"]);
  });

  it("can be read back although its link would be refused today", () => {
    const stored = { state: "blank", evidence: { link: "https://bank.example@evil.example/", expires: "2027-02-28" } };
    expect(storedAnswerSchema.parse(stored)).toEqual(stored);
    expect(storedAnswerSchema.safeParse({ ...stored, mood: "good" }).success).toBe(false);
  });

  it("is kept under the id of its item", () => {
    expect(answersSchema.parse({ a: { state: "blank" } })).toEqual({ a: { state: "blank" } });
    expect(answersSchema.safeParse({ a: { state: "what" } }).success).toBe(false);
    expect(answersSchema.safeParse({ ["x".repeat(65)]: { state: "blank" } }).success).toBe(false);
    expect(answersSchema.safeParse({ "\u0000": { state: "blank" } }).success).toBe(false);
    expect(answersSchema.safeParse([]).success).toBe(false);
  });
});

const items = [single("one", "d", [0, 0.5, 1]), multi("many", "d", [0.5, 0.5], { marked: true }), scale("step", "d", -1, 3)];
const definition = definitionOf([dimension("d")], items);

describe("an answer to an item", () => {
  const [one, many, step] = items as [(typeof items)[0], (typeof items)[0], (typeof items)[0]];

  it("is never wrong when nothing was chosen", () => {
    for (const state of ["not_applicable", "not_sure", "blank"] as const) {
      for (const item of items) expect(problemWith(item, { state })).toBeNull();
    }
  });

  it("names one option of a single item", () => {
    expect(problemWith(one, answered("o2"))).toBeNull();
    expect(problemWith(one, answered("o3"))).toBe('has no option "o3"');
    expect(problemWith(one, answered("constructor"))).toBe('has no option "constructor"');
    for (const value of [["o2"], 1, []]) expect(problemWith(one, answered(value))).toBe("takes one option id");
  });

  it("names different options of a multi item, an exclusive one alone", () => {
    for (const value of [["p0"], ["p1", "p0"], ["all"], ["all", "p0"], ["none"]]) expect(problemWith(many, answered(value))).toBeNull();
    for (const value of ["p0", 1, []]) expect(problemWith(many, answered(value))).toBe("takes a list of one or more option ids");
    expect(problemWith(many, answered(["p0", "p0"]))).toBe("names an option twice");
    expect(problemWith(many, answered(["p0", "p9"]))).toBe('has no option "p9"');
    expect(problemWith(many, answered(["p0", "none"]))).toBe('"none" cannot be combined with other options');
  });

  it("names a step of a scale", () => {
    for (const value of [-1, 0, 3]) expect(problemWith(step, answered(value))).toBeNull();
    for (const value of [-2, 4]) expect(problemWith(step, answered(value))).toBe("takes a whole number from -1 to 3");
    for (const value of ["0", ["0"], 0.5, NaN, Infinity]) expect(problemWith(step, answered(value))).toBe("takes a whole number");
  });
});

describe("checking answers", () => {
  it("finds nothing wrong with valid ones, even when some are absent", () => {
    expect(checkAnswers(definition, { one: answered("o0"), step: answered(2) })).toEqual([]);
    expect(checkAnswers(definition, {})).toEqual([]);
  });

  it("names every field that is wrong", () => {
    expect(checkAnswers(definition, { one: answered(3), two: { state: "blank" }, step: answered(9) })).toEqual([
      { field: "answers.one", message: "takes one option id" },
      { field: "answers.two", message: "is not an item of fixture version 1" },
      { field: "answers.step", message: "takes a whole number from -1 to 3" },
    ]);
  });

  it("rejects ids that objects have by nature", () => {
    const strange = JSON.parse('{"__proto__":{"state":"blank"},"constructor":{"state":"blank"},"toString":{"state":"blank"}}') as Answers;
    expect(checkAnswers(definition, strange).map(({ field }) => field)).toEqual(["answers.__proto__", "answers.constructor", "answers.toString"]);
    expect(({} as Record<string, unknown>).state).toBeUndefined();
  });
});

describe("the answer to an item", () => {
  it("is blank when absent, whatever its id", () => {
    for (const id of ["one", "__proto__", "constructor", "toString"]) expect(answerTo({}, id)).toEqual({ state: "blank" });
    expect(answerTo({ one: { state: "not_sure" } }, "one")).toEqual({ state: "not_sure" });
    expect(answerTo({ one: undefined } as unknown as Answers, "one")).toEqual({ state: "blank" });
  });
});

describe("an answer to the newer kinds", () => {
  const way = shift("way", "d", 3);
  const age = {
    ...number("age", "d", [
      [0, 1],
      [10, 0],
    ]),
    min: 0,
    max: 60,
  };
  const order = ranking("order", "d", 2, [1, 1, 0]);

  it("names a position of a shift, and perhaps the one that is wanted, below today too", () => {
    for (const value of [0, 2]) expect(problemWith(way, answered(value))).toBeNull();
    for (const target of [0, 1, 2]) expect(problemWith(way, answered(1, { target }))).toBeNull();
    for (const value of [-1, 3, 0.5, NaN, "1", ["1"]]) expect(problemWith(way, answered(value))).toBe("takes a whole number from 0 to 2");
    for (const target of [-1, 3, 0.5]) expect(problemWith(way, answered(1, { target }))).toBe("takes as target a whole number from 0 to 2");
    expect(accepts({ state: "answered", value: 1, target: 2 })).toBe(true);
    for (const target of ["2", null, Infinity]) expect(accepts({ state: "answered", value: 1, target })).toBe(false);
    expect(accepts({ state: "not_sure", target: 2 })).toBe(false);
  });

  it("has a target for no other kind", () => {
    for (const [item, value] of [...items.map((item) => [item, "o0"] as const), [age, 1] as const, [order, ["r0", "r1"]] as const]) {
      expect(problemWith(item, answered(value as string, { target: 0 }))).toBe("takes no target");
    }
  });

  it("reads a number in its range, to the third decimal", () => {
    for (const value of [0, 60, 2.5, 0.001, 59.999]) expect(problemWith(age, answered(value))).toBeNull();
    for (const value of [-0.001, 60.001, NaN, Infinity, "3", ["3"]]) expect(problemWith(age, answered(value))).toBe("takes a number from 0 to 60");
    for (const value of [0.0005, 1 / 3, 0.1 + 0.2]) expect(problemWith(age, answered(value))).toBe("takes at most three decimals");
  });

  it("ranks as many different options as there are places", () => {
    for (const value of [
      ["r0", "r2"],
      ["r2", "r1"],
    ])
      expect(problemWith(order, answered(value))).toBeNull();
    for (const value of [[], ["r0"], ["r0", "r1", "r2"], "r0", 1])
      expect(problemWith(order, answered(value))).toBe("takes a list of 2 option ids, the first place first");
    expect(problemWith(order, answered(["r0", "r0"]))).toBe("names an option twice");
    expect(problemWith(order, answered(["r0", "r9"]))).toBe('has no option "r9"');
  });
});
