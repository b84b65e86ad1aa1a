import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, number, ranking, shift, single } from "../../../tests/factories/definition.ts";
import type { Answers } from "../assessment/answer.ts";
import type { Readout } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { answerText, readingText } from "./answer-text.ts";
import { readoutViews } from "./readouts.ts";

const items = [
  shift("near", "d", 5),
  shift("far", "d", 3),
  shift("back", "d", 5),
  {
    ...number("age", "d", [
      [0, 1],
      [24, 0],
    ]),
    unit: "months" as const,
  },
  ranking("order", "d", 2, [1, 1, 0, 0.5]),
  single("one", "d", [0, 0.5, 1]),
  single("two", "d", [0, 0.5, 1]),
];
const head = { id: "r", title: "R", text: "R." };
const view = (readout: Readout, answers: Answers) => {
  const definition = definitionOf([dimension("d")], items, { readouts: [readout] });
  return readoutViews(definition, answers, score(compile(definition), answers))[0];
};

describe("a distance", () => {
  const distance: Readout = { ...head, kind: "distance", items: ["near", "back", "far"] };

  it("goes from today to what is wanted, the longest way first, unknown ones last", () => {
    const answers = { near: answered(1, { target: 2 }), far: answered(0, { target: 2 }), back: answered(3, { target: 2 }) };
    expect(view(distance, answers)).toMatchObject({
      rows: [
        { question: "What about far?", today: { label: "Position 0", points: 0 }, wanted: { points: 100 }, distance: 100 },
        { question: "What about near?", today: { points: 25 }, wanted: { label: "Position 2", points: 50 }, distance: 25 },
        { question: "What about back?", from: "The old way", to: "The new way", distance: -25 },
      ],
    });
    expect(view(distance, { near: answered(1), far: NOT_SURE, back: answered(2, { target: 2 }) })).toMatchObject({
      rows: [
        { question: "What about back?", distance: 0 },
        { question: "What about near?", today: { points: 25 }, wanted: null, distance: null },
        { question: "What about far?", today: null, wanted: null, distance: null },
      ],
    });
  });

  it("says nothing when nothing was answered", () => {
    expect(view(distance, { near: NOT_SURE })).toBeUndefined();
  });
});

it("a decay compounds month by month", () => {
  const decay: Readout = { ...head, kind: "decay", item: "age", monthlyPercent: 2.1 };
  // 0.979^12 = 0.77516, by a pocket calculator
  expect(view(decay, { age: answered(12) })).toMatchObject({ months: 12, monthlyPercent: 2.1, share: expect.closeTo(0.22484, 5) as number });
  expect(view(decay, { age: answered(0) })).toMatchObject({ share: 0 });
  expect(view({ ...decay, monthlyPercent: 50 }, { age: answered(2) })).toMatchObject({ share: 0.75 });
  expect(view(decay, { age: NOT_SURE })).toBeUndefined();
});

it("a ranking of an earlier version says nothing: a reference set does", () => {
  expect(view({ ...head, kind: "ranking", item: "order", source: "Survey" }, { order: answered(["r3", "r1"]) })).toBeUndefined();
});

it("a matrix marks the column of each answer", () => {
  const matrix: Readout = { ...head, kind: "matrix", columns: ["a", "b", "c"], items: ["one", "two"] };
  expect(view(matrix, { one: answered("o2") })).toMatchObject({
    columns: ["a", "b", "c"],
    rows: [
      { question: "What about one?", cells: ["Option 0", "Option 1", "Option 2"], chosen: 2 },
      { question: "What about two?", chosen: null },
    ],
  });
});

describe("a verdict", () => {
  const verdict: Readout = {
    id: "v",
    kind: "verdict",
    title: "Pace",
    cases: [
      {
        title: "Fast",
        text: "Go.",
        allOf: [
          { item: "near", atLeast: 3 },
          { item: "age", atMost: 6 },
        ],
      },
      {
        title: "Slow",
        text: "Wait.",
        anyOf: [
          { item: "near", atMost: 0 },
          { item: "one", has: "o0" },
        ],
      },
    ],
    otherwise: { title: "Pilot", text: "Try." },
  };
  const said = (answers: Answers) => {
    const found = view(verdict, answers);
    return found && [found.title, found.kind === "verdict" && found.verdict, found.text];
  };

  it("is the first case that holds, or the other one", () => {
    expect(said({ near: answered(4), age: answered(6), one: answered("o0") })).toEqual(["Pace", "Fast", "Go."]);
    expect(said({ near: answered(4), age: answered(7), one: answered("o0") })).toEqual(["Pace", "Slow", "Wait."]);
    expect(said({ near: answered(4), age: answered(7), one: answered("o1") })).toEqual(["Pace", "Pilot", "Try."]);
    expect(said({ near: answered(0) })).toEqual(["Pace", "Slow", "Wait."]);
    expect(said({ age: answered(7), one: answered("o0") })).toEqual(["Pace", "Slow", "Wait."]);
  });

  it("is silent where what was not answered could decide otherwise", () => {
    // Fast hangs on the age.
    expect(said({ near: answered(4), one: answered("o0") })).toBeUndefined();
    // Not fast; slow hangs on the last.
    expect(said({ near: answered(2), age: answered(6) })).toBeUndefined();
    expect(said({ near: answered(4), age: NOT_APPLICABLE, one: answered("o1") })).toBeUndefined();
  });

  it("is silent when nothing it asks about is answered", () => {
    expect(said({ age: NOT_SURE, two: answered("o1") })).toBeUndefined();
  });
});

describe("answers in words", () => {
  it("name today and what is wanted", () => {
    expect(answerText(items[0]!, answered(1, { target: 3 }), english)).toBe("Today: Position 1; wanted: Position 3");
    expect(answerText(items[0]!, answered(1), english)).toBe("Today: Position 1");
  });

  it("give a figure its unit, and places their order", () => {
    expect(answerText(items[3]!, answered(2.5), english)).toBe("2.5 months");
    expect(answerText(items[4]!, answered(["r3", "r0"]), english)).toBe("1. Choice 3; 2. Choice 0");
    expect([
      readingText(1, "days", english),
      readingText(0, "days", english),
      readingText(40, "percent", english),
      readingText(7, "score", english),
      readingText(1.5, "ratio", english),
    ]).toEqual(["1 day", "0 days", "40 %", "7", "1.5"]);
  });
});
