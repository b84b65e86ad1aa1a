import { describe, expect, it } from "vitest";
import {
  answered,
  BLANK,
  definitionOf,
  dimension,
  multi,
  NOT_APPLICABLE,
  NOT_SURE,
  number,
  ranking,
  scale,
  shift,
  single,
} from "../../../tests/factories/definition.ts";
import type { Answer, Answers } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import { BAND_DRAWS, BAND_SEED, type Band, scoreBand } from "./band.ts";
import { compile } from "./compile.ts";
import { score } from "./score.ts";

const compiledOf = (...items: Item[]) => compile(definitionOf([dimension("d")], items));

/** The band of one item alone, answered like this. */
function bandOf(item: Item, answer: Answer, doubted: string[] = []): Band {
  return scoreBand(compiledOf({ ...item, id: "i" }), { i: answer }, new Set(doubted))!;
}

/** The item's share of a dimension is a quarter, so that it may be left unanswered: overall = 18 + 25 x. */
function besideAnswered(item: Item): Band {
  const steady = multi("steady", "d", [0.24, 0.76], { weight: 3 });
  return scoreBand(compiledOf(steady, { ...item, id: "i", weight: 1 }), { steady: answered(["p0"]), i: NOT_SURE })!;
}

function expectChances(band: Band, chances: Record<number, number>): void {
  expect(band.levels.map(({ level }) => level).sort()).toEqual(Object.keys(chances).map(Number));
  for (const { level, chance } of band.levels) expect(Math.abs(chance - chances[level]!)).toBeLessThan(0.04);
  expect(band.levels.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
  const order = band.levels.map(({ chance }) => chance);
  expect(order).toEqual([...order].sort((a, b) => b - a));
}

const three = single("i", "d", [0, 0.5, 1]);
const guess = (value: string | number | string[]) => answered(value, { confidence: "guess" });
const fairly = (value: string | number | string[]) => answered(value, { confidence: "fairly_sure" });

describe("without uncertainty", () => {
  it.each([
    ["no confidence stated", answered("o1")],
    ["a certain answer", answered("o1", { confidence: "certain" })],
  ])("there is one level, one score: %s", (_, answer) => {
    expect(bandOf(three, answer)).toEqual({
      draws: BAND_DRAWS,
      seed: BAND_SEED,
      low: 50,
      high: 50,
      levels: [{ level: 3, chance: 1 }],
    });
  });

  it("low and high are the score itself, whatever was answered", () => {
    const compiled = compiledOf(three, scale("s", "d", 0, 3), { ...multi("m", "d", [0.3, 0.7]), weight: 2 });
    const answers = { i: answered("o1"), s: answered(1), m: answered(["p1"]) };
    const overall = score(compiled, answers).overall.score;
    expect(scoreBand(compiled, answers)).toMatchObject({ low: overall, high: overall });
  });
});

it("there is no band without an overall score", () => {
  expect(scoreBand(compiledOf(three), { i: NOT_SURE })).toBeNull();
});

describe("a single answer in doubt", () => {
  it("moves to either neighbour: a guess in half of the draws", () => {
    const band = bandOf(three, guess("o1"));
    expectChances(band, { 1: 0.25, 3: 0.5, 5: 0.25 });
    expect(band).toMatchObject({ low: 0, high: 100 });
  });

  it("moves when fairly sure in a fifth of the draws", () => {
    expectChances(bandOf(three, fairly("o1")), { 1: 0.1, 3: 0.8, 5: 0.1 });
  });

  it("moves inwards from either end, one step", () => {
    expectChances(bandOf(three, guess("o2")), { 3: 0.5, 5: 0.5 });
    expectChances(bandOf(three, guess("o0")), { 1: 0.5, 3: 0.5 });
    expectChances(bandOf(three, fairly("o0")), { 1: 0.8, 3: 0.2 });
  });

  it("moves along the values, in whatever order the options are written", () => {
    expectChances(bandOf(single("i", "d", [1, 0.5, 0]), guess("o0")), { 3: 0.5, 5: 0.5 });
    expectChances(bandOf(single("i", "d", [0, 0.3, 0.5, 0.7, 1]), guess("o1")), { 1: 0.25, 2: 0.5, 3: 0.25 });
  });

  it("takes any option when the answer is not known", () => {
    expectChances(besideAnswered(three), { 1: 1 / 3, 2: 1 / 3, 3: 1 / 3 });
  });
});

describe("a scale in doubt", () => {
  it("moves one step", () => {
    expectChances(bandOf(scale("i", "d", 1, 3), guess(2)), { 1: 0.25, 3: 0.5, 5: 0.25 });
    expectChances(bandOf(scale("i", "d", -1, 3), guess(3)), { 4: 0.5, 5: 0.5 });
    expectChances(bandOf(scale("i", "d", -1, 3, { reverse: true }), guess(3)), { 1: 0.5, 2: 0.5 });
  });

  it("takes any step when the answer is not known", () => {
    expectChances(besideAnswered(scale("i", "d", 4, 6)), { 1: 1 / 3, 2: 1 / 3, 3: 1 / 3 });
  });
});

describe("practices in doubt", () => {
  const two = multi("i", "d", [0.5, 0.5], { marked: true });

  it("are each switched in half as many draws", () => {
    // one of two: both on 0.75 x 0.25, both off the same, else one
    expectChances(bandOf(two, guess(["p0"])), { 1: 0.1875, 3: 0.625, 5: 0.1875 });
    expectChances(bandOf(two, fairly(["p0"])), { 1: 0.09, 3: 0.82, 5: 0.09 });
  });

  it("are all there when `all` was chosen, all absent when `none` was", () => {
    expectChances(bandOf(two, guess(["all"])), { 1: 0.0625, 3: 0.375, 5: 0.5625 });
    expectChances(bandOf(two, guess(["none"])), { 1: 0.5625, 3: 0.375, 5: 0.0625 });
  });

  it("are a coin toss each when the answer is not known", () => {
    expectChances(besideAnswered(two), { 1: 0.25, 2: 0.5, 3: 0.25 });
    expectChances(besideAnswered(multi("i", "d", [0.5, 0.5])), { 1: 0.25, 2: 0.5, 3: 0.25 });
  });

  it("never add up to more than 1", () => {
    expect(bandOf(multi("i", "d", [0.8, 0.8]), guess(["p0", "p1"])).high).toBe(100);
  });
});

describe("answers that contradict each other", () => {
  it("count as guesses at best", () => {
    expect(bandOf(three, answered("o1", { confidence: "certain" }), ["i"])).toEqual(bandOf(three, guess("o1")));
    expect(bandOf(three, fairly("o1"), ["i"])).toEqual(bandOf(three, guess("o1")));
    expect(bandOf(three, guess("o1"), ["i"])).toEqual(bandOf(three, guess("o1")));
    expect(bandOf(three, answered("o1"), ["other"])).toMatchObject({ low: 50, high: 50 });
  });
});

describe("what does not vary", () => {
  const definition = definitionOf(
    [dimension("known"), dimension("unknown")],
    [single("a", "known", [0, 0.5, 1]), single("b", "unknown", [0, 0.5, 1]), single("c", "unknown", [0, 0.5, 1])],
  );

  it("is a dimension that is not published", () => {
    const answers: Answers = { a: answered("o1"), b: guess("o1"), c: NOT_SURE };
    expect(scoreBand(compile(definition), answers)).toMatchObject({ low: 50, high: 50 });
  });

  it("is an item that is not applicable or blank", () => {
    const compiled = compiledOf({ ...three, weight: 3 }, single("z", "d", [0, 0.5, 1]));
    for (const silent of [NOT_APPLICABLE, BLANK]) {
      const answers: Answers = { i: answered("o1"), z: { ...silent, confidence: "guess" } };
      expect(scoreBand(compiled, answers)).toMatchObject({ low: 50, high: 50 });
    }
  });
});

describe("the draws", () => {
  const compiled = compiledOf({ ...three, weight: 4 }, scale("s", "d", 0, 10), multi("m", "d", [0.1, 0.2, 0.3, 0.4]), single("n", "d", [0, 0.4, 0.8, 1]));
  const answers: Answers = { i: guess("o1"), s: fairly(7), m: guess(["p1", "p3"]), n: NOT_SURE };

  it("can be repeated by anybody: the figures of the standing seed", () => {
    expect(scoreBand(compiled, answers)).toEqual(PINNED);
    expect(scoreBand(compiled, answers, new Set(), BAND_SEED)).toEqual(PINNED);
  });

  it("do not depend on the order of the answers", () => {
    expect(scoreBand(compiled, Object.fromEntries(Object.entries(answers).reverse()))).toEqual(PINNED);
  });

  it("change with the seed", () => {
    const other = scoreBand(compiled, answers, new Set(), 1)!;
    expect(other.seed).toBe(1);
    expect(other.levels).not.toEqual(PINNED.levels);
  });

  it("leave a twentieth of themselves outside on either side", () => {
    // A guess at one of two practices: 18.75 % at either end. Fairly sure of one of three options: 10 %.
    expect(bandOf(three, fairly("o1"))).toMatchObject({ low: 0, high: 100 });
    // "All" with a fairly sure answer: both practices are absent in 1 % of draws, one in 18 %.
    expect(bandOf(multi("i", "d", [0.5, 0.5], { marked: true }), fairly(["all"]))).toMatchObject({ low: 50, high: 100 });
    expect(bandOf(multi("i", "d", [0.5, 0.5], { marked: true }), fairly(["none"]))).toMatchObject({ low: 0, high: 50 });
  });

  it("are not used up by answers that are taken as they are", () => {
    const sure = { ...three, id: "sure", weight: 2 };
    for (const confidence of [undefined, "certain" as const]) {
      const all = { ...answers, sure: answered("o2", { confidence }) };
      const items = compiled.items.map(({ item }) => item);
      expect(scoreBand(compiledOf(sure, ...items), all)).toEqual(scoreBand(compiledOf(...items, sure), all));
    }
  });

  it("list the higher of two equally likely levels first", () => {
    const compiledThree = compiledOf({ ...three, id: "i" });
    const tie = scoreBand(compiledThree, { i: guess("o2") }, new Set(), SEED_OF_A_TIE)!;
    expect(tie.levels).toEqual([
      { level: 5, chance: 0.5 },
      { level: 3, chance: 0.5 },
    ]);
    const other = scoreBand(compiledThree, { i: guess("o0") }, new Set(), SEED_OF_A_TIE)!;
    expect(other.levels).toEqual([
      { level: 3, chance: 0.5 },
      { level: 1, chance: 0.5 },
    ]);
  });

  it("widen with what is not known", () => {
    const sure = scoreBand(compiled, { ...answers, n: answered("o1") })!;
    const unsure = scoreBand(compiled, answers)!;
    expect(unsure.high - unsure.low).toBeGreaterThan(sure.high - sure.low);
  });
});

/** With this seed exactly 1,000 of 2,000 draws fall below one half. */
const SEED_OF_A_TIE = 24;

/** Found by the code itself and kept: a change here changes figures that were already reported. */
const PINNED: Band = {
  draws: 2000,
  seed: 20140901,
  low: 18.571428571428573, // 130 / 7
  high: 88.57142857142857, // 620 / 7
  levels: [
    { level: 3, chance: 0.37 },
    { level: 2, chance: 0.2075 },
    { level: 4, chance: 0.1905 },
    { level: 5, chance: 0.1725 },
    { level: 1, chance: 0.0595 },
  ],
};

describe("the newer kinds in doubt", () => {
  const steps = number("i", "d", [
    [0, 0],
    [10, 0.5],
    [20, 1],
  ]);

  it("move one position, or to the next anchor", () => {
    expectChances(bandOf(shift("i", "d", 3), guess(1)), { 1: 0.25, 3: 0.5, 5: 0.25 });
    expectChances(bandOf(shift("i", "d", 3), fairly(2)), { 3: 0.2, 5: 0.8 });
    expectChances(bandOf(steps, guess(10)), { 1: 0.25, 3: 0.5, 5: 0.25 });
    // 5 is worth 0.25, between the anchors worth 0 and 0.5
    expectChances(bandOf(steps, guess(5)), { 1: 0.25, 2: 0.5, 3: 0.25 });
    expectChances(bandOf(steps, guess(25)), { 3: 0.5, 5: 0.5 });
  });

  it("change a place with the next, the last one with what was not picked", () => {
    // Half of the draws move: half of these swap two options of one value, half bring (2 x 1 + 0) / 3.
    expectChances(bandOf(ranking("i", "d", 2, [1, 1, 0]), guess(["r0", "r1"])), { 4: 0.25, 5: 0.75 });
  });

  it("take any value when the answer is not known", () => {
    expectChances(besideAnswered(shift("i", "d", 3)), { 1: 1 / 3, 2: 1 / 3, 3: 1 / 3 });
    expectChances(besideAnswered(steps), { 1: 1 / 3, 2: 1 / 3, 3: 1 / 3 });
    // Of six rankings two are worth 1 (43), two 2/3 and two 1/3 (34.7 and 26.3).
    expectChances(besideAnswered(ranking("i", "d", 2, [1, 1, 0])), { 2: 2 / 3, 3: 1 / 3 });
  });
});
