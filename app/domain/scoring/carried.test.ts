import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, scale } from "../../../tests/factories/definition.ts";
import type { Answers } from "../assessment/answer.ts";
import { english } from "../../../tests/factories/english.ts";
import { answersForReview } from "../report/answers-for-review.ts";
import { gapsByWeight } from "../report/gaps.ts";
import { resultView } from "../report/result-view.ts";
import { scoreBand } from "./band.ts";
import { compile } from "./compile.ts";
import { least } from "./exact.ts";
import { score } from "./score.ts";

/** Goals carry vision, vision carries story; trust stands alone. One scale of four steps each. */
const definition = definitionOf(
  [dimension("goals"), dimension("vision", { carriedBy: "goals" }), dimension("story", { carriedBy: "vision", weight: 2, critical: true }), dimension("trust")],
  ["goals", "vision", "story", "trust"].map((d) => scale(d.slice(0, 1), d, 0, 4)),
);
const compiled = compile(definition);
const of = (g: number, v: number, s: number, t: number): Answers => ({ g: answered(g), v: answered(v), s: answered(s), t: answered(t) });
const dimensionsOf = (answers: Answers) => score(compiled, answers).dimensions.map(({ id, score, counts }) => [id, score, counts]);

describe("a dimension that is carried", () => {
  it("counts as far as the one before carries it, and keeps its own score beside", () => {
    expect(dimensionsOf(of(2, 1, 3, 4))).toEqual([
      ["goals", 50, undefined],
      ["vision", 25, 25],
      ["story", 75, 25],
      ["trust", 100, undefined],
    ]);
    expect(dimensionsOf(of(1, 4, 3, 0)).map(([, , counts]) => counts)).toEqual([undefined, 25, 25, undefined]);
    expect(dimensionsOf(of(4, 3, 2, 0)).map(([, , counts]) => counts)).toEqual([undefined, 75, 50, undefined]);
  });

  it("enters the overall score with what it counts as, and its trace adds up to its own", () => {
    const { overall, trace } = score(compiled, of(2, 1, 3, 4));
    expect(overall.score).toBe((50 + 25 + 2 * 25 + 100) / 5);
    expect(trace.map(({ contribution }) => contribution)).toEqual([50, 25, 75, 100]);
  });

  it("holds a level back by what it counts as", () => {
    // (100 + 25 + 2 x 25 + 100) / 5 = 55 is level 3, from 40; story counts 25, more than 10 below.
    expect(score(compiled, of(4, 1, 4, 4)).overall).toMatchObject({ score: 55, level: 3, gatedLevel: 2, heldBackBy: ["story"] });
    expect(score(compiled, of(4, 4, 4, 0)).overall).toMatchObject({ score: 80, level: 5, gatedLevel: 5 });
  });

  it("is not published when its carrier is not, whatever the reason, down the whole chain", () => {
    const { dimensions, overall } = score(compiled, { ...of(2, 3, 3, 4), g: NOT_SURE });
    expect(dimensions.map(({ id, published, reason, score, counts }) => [id, published, reason, score, counts])).toEqual([
      ["goals", false, "not-enough-answers", null, undefined],
      ["vision", false, "carrier", 75, null],
      ["story", false, "carrier", 75, null],
      ["trust", true, null, 100, undefined],
    ]);
    expect(overall).toMatchObject({ score: 100, leftOut: ["goals", "vision", "story"] });
    const reasons = score(compiled, { ...of(2, 3, 3, 4), v: NOT_APPLICABLE }).dimensions.map(({ reason }) => reason);
    expect(reasons).toEqual([null, "nothing-applicable", "carrier", null]);
  });

  it("moves with its carrier in the band", () => {
    const story = compile(
      definitionOf([dimension("goals"), dimension("story", { carriedBy: "goals" })], [scale("g", "goals", 0, 2), scale("s", "story", 0, 2)]),
    );
    const band = scoreBand(story, { g: answered(1, { confidence: "guess" }), s: answered(2) })!;
    // Goals 0, 50 or 100, and story counts the same: the overall score is 0, 50 or 100.
    expect(band).toMatchObject({ low: 0, high: 100 });
    expect(band.levels.map(({ level }) => level).sort()).toEqual([1, 3, 5]);
  });

  it("is told beside its own score on the result", () => {
    const answers = of(2, 1, 3, 4);
    const view = resultView(compiled, answers, { score: score(compiled, answers), band: null, contradictions: [], evidenced: null });
    expect(view.dimensions.map(({ score, counts, carriers }) => [score, counts, carriers])).toEqual([
      [50, null, []],
      [25, 25, ["goals"]],
      [75, 25, ["goals", "vision"]],
      [100, null, []],
    ]);
    const unknown = { ...answers, g: NOT_SURE };
    expect(answersForReview(compiled, unknown, english).sections[1]!.why).toBe(
      "No score: it counts only as far as “goals” carries it, and that has no score yet.",
    );
  });

  it("is a gap only as far as closing it counts", () => {
    // Vision to 100 counts 50, and story with it: (25 + 2 x 25) / 5 = 15. Goals to 100 change nothing else: 50 / 5 = 10. Story alone: 0.
    expect(gapsByWeight(compiled, of(2, 1, 3, 4))).toEqual([
      { item: "v", dimension: "vision", points: 15 },
      { item: "g", dimension: "goals", points: 10 },
    ]);
  });
});

it("a carrier has to stand before what it carries", () => {
  const wrong = (carriedBy: string) => () => compile(definitionOf([dimension("a", { carriedBy }), dimension("b")], []));
  for (const carriedBy of ["a", "b", "gone"]) {
    expect(wrong(carriedBy)).toThrow(new RangeError(`dimension a is carried by ${carriedBy}, which does not stand before it`));
  }
});

it("the smaller fraction is found exactly, beyond the safe integers too", () => {
  expect(least({ n: 1, d: 3 }, { n: 33, d: 100 })).toEqual({ n: 33, d: 100 });
  expect(least({ n: 1, d: 2 }, { n: 2, d: 4 })).toEqual({ n: 1, d: 2 });
  const [a, b] = [
    { n: 9007199254740993n, d: 9007199254740992n },
    { n: 9007199254740992n, d: 9007199254740991n },
  ];
  expect(least(a, b)).toBe(a);
  expect(least(b, a)).toBe(a);
});
