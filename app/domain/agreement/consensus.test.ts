import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { compile } from "../scoring/compile.ts";
import { type Consensus, scoreWithConsensus } from "./consensus.ts";

/** Two dimensions, the second twice as heavy. Means of the team: 0.5 and 0.25 (weights 1 and 3); 0.8 and 0.4 (weights 1 and 2). */
const compiled = compile(
  definitionOf(
    [dimension("a", { critical: true }), dimension("b", { weight: 2 })],
    [scale("a1", "a", 0, 4), scale("a2", "a", 0, 4, { weight: 3 }), single("b1", "b", [0, 0.5, 1]), single("b2", "b", [0, 0.5, 1], { weight: 2 })],
  ),
);
const MEANS = { a1: 0.5, a2: 0.25, b1: 0.8, b2: 0.4 };
const withMeans = (means: Record<string, number | null>, agreed: readonly Consensus[] = []) =>
  scoreWithConsensus(
    compiled,
    Object.entries(means).map(([id, mean]) => ({ id, mean })),
    agreed,
  );

describe("the score with consensus answers", () => {
  it("is made of the item means where nothing was agreed on", () => {
    // a: (1 x 0.5 + 3 x 0.25) / 4 = 0.3125; b: (0.8 + 2 x 0.4) / 3 = 0.5333; overall: (31.25 + 2 x 53.333) / 3 = 45.9722
    const { overall, dimensions } = withMeans(MEANS);
    expect(dimensions.map(({ id, published }) => [id, published])).toEqual([
      ["a", true],
      ["b", true],
    ]);
    expect(dimensions[0]!.score).toBeCloseTo(31.25, 6);
    expect(dimensions[1]!.score).toBeCloseTo(53.33333333, 6);
    expect(overall.score).toBeCloseTo(45.97222222, 6);
    // Level 3 begins at 40, and the critical dimension may be 10 points below it.
    expect(overall).toMatchObject({ level: 3, gatedLevel: 3, heldBackBy: [] });
  });

  it("takes the agreed value for an item, and the means for the others", () => {
    // a2 agreed at 3 of 4: a = (0.5 + 3 x 0.75) / 4 = 0.6875; overall: (68.75 + 106.667) / 3 = 58.4722
    const { overall, dimensions } = withMeans(MEANS, [{ item: "a2", answer: answered(3) }]);
    expect(dimensions[0]!.score).toBeCloseTo(68.75, 6);
    expect(overall.score).toBeCloseTo(58.47222222, 6);
    // b1 agreed at its worst option: b = (0 + 0.8) / 3 = 0.26667; overall: (31.25 + 53.333) / 3 = 28.1944
    expect(withMeans(MEANS, [{ item: "b1", answer: answered("o0") }]).overall.score).toBeCloseTo(28.19444444, 6);
  });

  it("leaves out what does not exist here, and counts against coverage what nobody knows", () => {
    // Without b1 (a third of the weight): b = 0.4.
    expect(withMeans(MEANS, [{ item: "b1", answer: NOT_APPLICABLE }]).dimensions[1]).toMatchObject({ score: 40, published: true });
    // Without a2 more than 40 % of the weight of a does not exist here.
    expect(withMeans(MEANS, [{ item: "a2", answer: NOT_APPLICABLE }]).dimensions[0]).toMatchObject({ score: 50, published: false });
    // b1 unknown: two thirds of b are covered, which is less than three quarters.
    const unknown = withMeans(MEANS, [{ item: "b1", answer: NOT_SURE }]);
    expect(unknown.dimensions[1]).toMatchObject({ published: false });
    expect(unknown.overall).toMatchObject({ leftOut: ["b"] });
    expect(unknown.overall.score).toBeCloseTo(31.25, 6);
  });

  it("holds a level back by a critical dimension, and counts a withheld mean as no answer", () => {
    // a: 0; b: 1; overall: 66.7 is level 4, from 60; a is more than 10 below the cuts of levels 4, 3 and 2.
    expect(withMeans({ a1: 0, a2: 0, b1: 1, b2: 1 }).overall).toMatchObject({ level: 4, gatedLevel: 1, heldBackBy: ["a"] });
    expect(withMeans({ ...MEANS, a2: null }).dimensions[0]).toMatchObject({ published: false });
    expect(withMeans({ a1: null, a2: null, b1: null, b2: null }).overall).toMatchObject({ score: null, level: null, leftOut: ["a", "b"] });
  });
});
