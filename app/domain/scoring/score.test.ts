import { describe, expect, it } from "vitest";
import { answered, BLANK, definitionOf, dimension, multi, NOT_APPLICABLE, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import type { Answers } from "../assessment/answer.ts";
import { compile } from "./compile.ts";
import { METHOD_VERSION, score } from "./score.ts";

/** The shop: three dimensions, five items of every kind. */
const shop = definitionOf(
  [dimension("door"), dimension("desk", { weight: 2, critical: true }), dimension("yard")],
  [
    single("greeting", "door", [0, 0.5, 1], { pillars: ["people"] }),
    multi("signs", "door", [0.4, 0.6], { weight: 1.5, pillars: ["content", "process"], marked: true }),
    scale("wait", "desk", 0, 4, { pillars: ["process"] }),
    single("help", "desk", [1, 0.3, 0], { weight: 3, pillars: ["people"] }),
    single("grass", "yard", [0, 0.25, 1], { weight: 2, pillars: ["content"] }),
  ],
  {
    flags: [
      {
        id: "late-help",
        title: "Late",
        text: "Late.",
        allOf: [
          { item: "help", atMost: "o1" },
          { item: "signs", lacks: "p1" },
        ],
      },
      { id: "never", title: "Never", text: "Never.", anyOf: [{ item: "help", atLeast: "o0" }] },
      {
        id: "grass-is-high",
        title: "High",
        text: "High.",
        anyOf: [
          { item: "help", atLeast: "o0" },
          { item: "grass", has: "o2" },
        ],
      },
    ],
  },
);
const compiled = compile(shop);
const ANSWERS: Answers = {
  greeting: answered("o1"), // x = 0.5, w = 1
  signs: answered(["p0"]), // x = 0.4, w = 1.5
  wait: answered(3), // x = 3/4 = 0.75, w = 1
  help: answered("o1"), // x = 0.3, w = 3
  grass: answered("o2"), // x = 1, w = 2
};

describe("the worked example", () => {
  const result = () => score(compiled, ANSWERS);

  it("scores the dimensions", () => {
    expect(result().dimensions.map(({ id, score }) => [id, score])).toEqual([
      ["door", 44], // 100 (1 x 0.5 + 1.5 x 0.4) / (1 + 1.5) = 100 x 1.1 / 2.5
      ["desk", 41.25], // 100 (1 x 0.75 + 3 x 0.3) / (1 + 3) = 100 x 1.65 / 4
      ["yard", 100], // 100 (2 x 1) / 2
    ]);
  });

  it("scores the pillars over the items that name them", () => {
    expect(result().pillars.map(({ id, score }) => [id, score])).toEqual([
      ["people", 35], // greeting, help: 100 (0.5 + 0.9) / 4
      ["process", 54], // signs, wait: 100 (0.6 + 0.75) / 2.5
      ["content", 260 / 3.5], // signs, grass: 100 (0.6 + 2) / 3.5
      ["technology", null], // no item names it
      ["kpis", null],
    ]);
    expect(result().pillars[3]).toEqual({
      id: "technology",
      score: null,
      coverage: null,
      published: false,
      reason: "nothing-applicable",
      missing: [],
      findOut: [],
    });
  });

  it("scores the whole", () => {
    // (1 x 44 + 2 x 41.25 + 1 x 100) / (1 + 2 + 1) = 226.5 / 4; level 3 begins at 40, and desk is not below 30.
    expect(result().overall).toEqual({ score: 56.625, level: 3, gatedLevel: 3, heldBackBy: [], leftOut: [] });
  });

  it("unfolds every dimension into its answers", () => {
    expect(result().trace).toEqual([
      { item: "greeting", dimension: "door", pillars: ["people"], state: "answered", x: 0.5, weight: 1, contribution: 20 },
      { item: "signs", dimension: "door", pillars: ["content", "process"], state: "answered", x: 0.4, weight: 1.5, contribution: 24 },
      { item: "wait", dimension: "desk", pillars: ["process"], state: "answered", x: 0.75, weight: 1, contribution: 18.75 },
      { item: "help", dimension: "desk", pillars: ["people"], state: "answered", x: 0.3, weight: 3, contribution: 22.5 },
      { item: "grass", dimension: "yard", pillars: ["content"], state: "answered", x: 1, weight: 2, contribution: 100 },
    ]);
  });

  it("names the flags that fire, in the order of the content", () => {
    expect(result().flags).toEqual(["late-help", "grass-is-high"]);
  });

  it("names the method", () => {
    expect(METHOD_VERSION).toBe("1");
  });
});

describe("what was not said", () => {
  it("gives null and never 0, and leaves the dimension out by name", () => {
    const { overall, dimensions, trace } = score(compiled, { ...ANSWERS, grass: NOT_SURE });
    expect(dimensions[2]).toEqual({
      id: "yard",
      score: null,
      coverage: 0,
      published: false,
      reason: "not-enough-answers",
      missing: [],
      findOut: ["grass"],
    });
    expect(overall.score).toBe(126.5 / 3); // (44 + 2 x 41.25) / 3
    expect(overall.leftOut).toEqual(["yard"]);
    expect(trace[4]).toMatchObject({ state: "not_sure", x: null, contribution: null });
  });

  it("keeps the four states apart", () => {
    const { dimensions, pillars } = score(compiled, { greeting: BLANK, signs: NOT_SURE, wait: NOT_APPLICABLE, help: answered("o0") });
    expect(dimensions[0]).toMatchObject({ coverage: 0, reason: "not-enough-answers", missing: ["greeting"], findOut: ["signs"] });
    expect(dimensions[1]).toMatchObject({ score: 100, coverage: 1, published: true, missing: [], findOut: [] });
    expect(dimensions[2]).toMatchObject({ score: null, coverage: 0, missing: ["grass"] });
    expect(pillars.map(({ id, missing, findOut }) => [id, missing, findOut])).toEqual([
      ["people", ["greeting"], []],
      ["process", [], ["signs"]],
      ["content", ["grass"], ["signs"]],
      ["technology", [], []],
      ["kpis", [], []],
    ]);
  });

  it("gives no overall score, level or gate when nothing is published", () => {
    expect(score(compiled, {}).overall).toEqual({
      score: null,
      level: null,
      gatedLevel: null,
      heldBackBy: [],
      leftOut: ["door", "desk", "yard"],
    });
  });

  it("scores a dimension that is not published, and keeps it out of the whole", () => {
    const { overall, dimensions } = score(compiled, { greeting: answered("o2"), grass: answered("o1") });
    expect(dimensions[0]).toMatchObject({ score: 100, coverage: 0.4, published: false });
    expect(overall).toMatchObject({ score: 25, leftOut: ["door", "desk"] });
  });
});

describe("publication", () => {
  const publicationOf = (weights: number[], answers: Answers) => {
    const items = weights.map((weight, i) => single(`i${i}`, "d", [0, 0.5, 1], { weight }));
    return score(compile(definitionOf([dimension("d")], items)), answers).dimensions[0];
  };
  const yes = answered("o2");

  it("is given at exactly 75 % coverage, not a thousandth below", () => {
    expect(publicationOf([1, 1, 1, 1], { i0: yes, i1: yes, i2: yes })).toMatchObject({ coverage: 0.75, published: true, reason: null });
    expect(publicationOf([1, 1, 1, 1.001], { i0: yes, i1: yes, i2: yes })).toMatchObject({
      published: false,
      reason: "not-enough-answers",
    });
  });

  it("is given at exactly 40 % not applicable, not a thousandth above", () => {
    const answers = { i0: yes, i1: yes, i2: yes, i3: NOT_APPLICABLE, i4: NOT_APPLICABLE };
    expect(publicationOf([1, 1, 1, 1, 1], answers)).toMatchObject({ coverage: 1, published: true, reason: null });
    expect(publicationOf([1, 1, 1, 1, 1.001], answers)).toMatchObject({ score: 100, published: false, reason: "mostly-not-applicable" });
  });

  it("is not given when nothing is applicable", () => {
    expect(publicationOf([1], { i0: NOT_APPLICABLE })).toMatchObject({ score: null, coverage: null, reason: "nothing-applicable" });
  });
});
