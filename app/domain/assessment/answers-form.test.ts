import { describe, expect, it } from "vitest";
import { multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { answersAsPosted, answersFromForm, type FormEntries } from "./answers-form.ts";

const one = single("one", "d", [0, 0.5, 1]);
const many = multi("many", "d", [0.4, 0.6], { marked: true });
const steps = scale("steps", "d", 1, 5);

const read = (...entries: FormEntries) => answersFromForm([one, many, steps], entries, english);
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
      "Choose either",
    ],
    [
      "two answers to a question that takes one",
      [
        ["answer.one", "option:o0"],
        ["answer.one", "option:o1"],
      ],
      "one answer",
    ],
    ["an unknown option", [["answer.one", "option:nope"]], "from the answers shown"],
    ["an unknown state", [["answer.one", "answered"]], "from the answers shown"],
    [
      "none together with a practice",
      [
        ["answer.many", "option:none"],
        ["answer.many", "option:p0"],
      ],
      "“None of these” cannot be combined",
    ],
    ["a number off the scale", [["answer.steps", "option:9"]], "from 1 to 5"],
    ["a number that is none", [["answer.steps", "option:x"]], "from the answers shown"],
    [
      "a link that runs code",
      [
        ["answer.one", "option:o0"],
        ["evidence.one", "javascript:alert(1)"],
      ],
      "http",
    ],
    [
      "a link that reads as another's",
      [
        ["answer.one", "option:o0"],
        ["evidence.one", "https://bank.example@evil.example/"],
      ],
      "Leave out the name or password before the @",
    ],
    ["a link with a backslash", [["evidence.one", "https://evil.example\\@good.example"]], "not an address that a browser can open"],
    ["a note that is too long", [["comment.one", "x".repeat(5000)]], "The note is too long: use at most 1000 characters."],
    ["a link that is too long", [["evidence.one", `https://${"x".repeat(5000)}`]], "The link to evidence is too long: use at most 500 characters."],
    ["a link with NUL", [["evidence.one", "https://a\u0000"]], "The link to evidence has characters that cannot be stored."],
    ["a note with NUL", [["comment.one", "a\u0000b"]], "note"],
    ["an unknown confidence", [["confidence.one", "sure"]], "how sure"],
  ])("refuses %s and names the question", (_, entries, message) => {
    const { problems } = read(...entries);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.field).toMatch(/^(one|many|steps)$/);
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.message).toMatch(/^[\p{Lu}“].*\.$/u);
  });

  it("refuses fields of questions that are not on the screen", () => {
    expect(read(["answer.other", "option:o0"]).problems).toEqual([{ field: "answer.other", message: "The form has a field that is not of this screen." }]);
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

describe("the newer kinds", () => {
  const items = [
    shift("way", "d", 4),
    number("age", "d", [
      [0, 1],
      [50, 0],
    ]),
    ranking("order", "d", 3, [1, 1, 1, 0]),
  ];
  const posted = (...entries: FormEntries) => answersFromForm(items, entries, english);
  const places = (...ids: string[]) => ids.map((id): [string, string] => ["place.order", id]);
  const answerTo = (id: string, ...entries: FormEntries) => posted(...entries).changes.find((c) => c.itemId === id)!.answer;
  const problemOf = (...entries: FormEntries) => posted(...entries).problems.map(({ message }) => message);

  it("reads a shift, with and without what is wanted", () => {
    expect(answerTo("way", ["answer.way", "option:1"], ["target.way", "3"])).toEqual({ state: "answered", value: 1, target: 3 });
    expect(answerTo("way", ["answer.way", "option:1"], ["target.way", ""])).toEqual({ state: "answered", value: 1 });
    expect(answerTo("way", ["answer.way", "option:0"])).toEqual({ state: "answered", value: 0 });
    expect(answerTo("way", ["target.way", ""])).toEqual({ state: "blank" });
    expect(answerTo("way", ["answer.way", "not_sure"])).toEqual({ state: "not_sure" });
  });

  it("wants no position without today's", () => {
    const missing = ["Say where you are today as well, or choose “No target”."];
    expect(problemOf(["target.way", "3"])).toEqual(missing);
    expect(problemOf(["answer.way", "not_sure"], ["target.way", "3"])).toEqual(missing);
    expect(problemOf(["answer.way", "option:1"], ["target.way", "4"])).toEqual(["Choose from the answers shown."]);
    expect(problemOf(["answer.way", "option:1"], ["target.way", "x"])).toEqual(["Choose from the answers shown."]);
    expect(problemOf(["answer.way", "option:1"], ["target.way", "1"], ["target.way", "2"])).toEqual(["Choose one answer."]);
  });

  it.each([
    ["2,5", 2.5],
    ["2.5", 2.5],
    [" 12 ", 12],
    ["1.125", 1.125],
    ["-3", -3],
    ["−0", 0],
    ["4\u202f0", 40],
  ])("reads the figure %j as it is meant", (text, value) => {
    expect(answerTo("age", ["number.age", text])).toEqual({ state: "answered", value });
  });

  it.each(["abc", "1,000", "1.2.3", "2.5 months", "1e3", "0x1", "1.2345", "--1", "٣"])("does not guess what %j means", (text) => {
    expect(problemOf(["number.age", text])).toEqual(["Enter a number such as 12 or 2.5, with at most three decimals and no separator between thousands."]);
  });

  it("says in Finnish what is wrong, too", () => {
    const inFinnish = (...entries: FormEntries) => answersFromForm(items, entries, finnish).problems.map(({ message }) => message);
    expect(inFinnish(["number.age", "61"])).toEqual(["Anna luku, joka on vähintään \u221210 ja enintään 60."]);
    expect(inFinnish(...places("", "r0", ""))).toEqual(["Valitse myös ensimmäinen ja kolmas: järjestys otetaan huomioon vasta kokonaisena."]);
    expect(inFinnish(...places("r2", "r2", "r1"))).toEqual(["Toiselle sijalle valittu vastaus on jo käytössä: anna joka sijalle eri vastaus."]);
  });

  it("keeps a figure in its range, and apart from the ways out", () => {
    expect(problemOf(["number.age", "61"])).toEqual(["Enter a number from -10 to 60."]);
    expect(problemOf(["number.age", "6"], ["answer.age", "not_sure"])).toEqual(["Choose either answers, or “does not apply”, or “I don’t know”."]);
    expect(answerTo("age", ["number.age", " "], ["answer.age", "not_applicable"])).toEqual({ state: "not_applicable" });
    expect(answerTo("age", ["number.age", ""])).toEqual({ state: "blank" });
  });

  it("takes a ranking when it is whole, and says what is missing until then", () => {
    expect(answerTo("order", ...places("r2", "r0", "r1"))).toEqual({ state: "answered", value: ["r2", "r0", "r1"] });
    expect(answerTo("order", ...places("", "", ""))).toEqual({ state: "blank" });
    expect(answerTo("order", ...places("", "", ""), ["answer.order", "not_sure"])).toEqual({ state: "not_sure" });
    expect(problemOf(...places("r2", "", "r1"))).toEqual(["Choose the second as well: a ranking counts when it is whole."]);
    expect(problemOf(...places("", "r0", ""))).toEqual(["Choose the first and the third as well: a ranking counts when it is whole."]);
    expect(problemOf(...places("r2", "r0", "r2"))).toEqual(["The third is chosen already: give each place to another answer."]);
    expect(problemOf(...places("r2", "r0", "r9"))).toEqual(["Choose from the answers shown."]);
    expect(problemOf(...places("r2", "r0", "r1", "r3"))).toEqual(["Choose from the answers shown."]);
    expect(problemOf(...places("r2", "", ""), ["answer.order", "not_sure"])).toEqual(["Choose either answers, or “does not apply”, or “I don’t know”."]);
  });

  it("takes the fields of a kind from no other", () => {
    expect(posted(["number.way", "3"], ["place.age", "r0"], ["target.order", "1"]).problems.map(({ field }) => field)).toEqual([
      "number.way",
      "place.age",
      "target.order",
    ]);
  });

  it("gives back word for word what was entered", () => {
    const { way, age, order } = answersAsPosted(items, [
      ["target.way", "3"],
      ["number.age", " 2,5 months "],
      ["answer.age", "not_sure"],
      ...places("r2", "", "r2"),
      ["comment.order", "hm"],
    ]);
    expect(way).toMatchObject({ answer: { state: "blank" }, entered: ["3"], alsoChosen: [] });
    expect(age).toMatchObject({ entered: [" 2,5 months "], alsoChosen: ["not_sure"] });
    expect(order).toMatchObject({ answer: { comment: "hm" }, entered: ["r2", "", "r2"] });
  });

  it("sees a change of the wish alone", () => {
    const shown = '{"state":"answered","target":2,"value":1}';
    const of = (target: string) => posted(["answer.way", "option:1"], ["target.way", target], ["shown.way", shown]).changes.map((c) => c.itemId);
    expect(of("2")).not.toContain("way");
    expect(of("3")).toContain("way");
    expect(of("")).toContain("way");
  });
});
