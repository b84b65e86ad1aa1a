import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, single } from "../../../tests/factories/definition.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { gapsByWeight } from "./gaps.ts";

const VALUES = [0, 0.5, 1];
const compiled = compile(
  definitionOf(
    [dimension("a", { weight: 3 }), dimension("b")],
    [single("a1", "a", VALUES, { weight: 2 }), single("a2", "a", VALUES), single("b1", "b", VALUES), single("b2", "b", VALUES)],
  ),
);

describe("gapsByWeight", () => {
  it("is what closing each gap alone would add to the overall score, most first", () => {
    const answers = { a1: answered("o1"), a2: answered("o0"), b1: answered("o2"), b2: answered("o0") };
    // W = 3 and 1. a1: 100*3*2*0.5/(3*4) = 25; a2: 100*3*1*1/(3*4) = 25; b2: 100*1*1*1/(2*4) = 12.5; b1 is closed.
    expect(gapsByWeight(compiled, answers)).toEqual([
      { item: "a1", dimension: "a", points: 25 },
      { item: "a2", dimension: "a", points: 25 },
      { item: "b2", dimension: "b", points: 12.5 },
    ]);
    const before = score(compiled, answers).overall.score!;
    const after = score(compiled, { ...answers, b2: answered("o2") }).overall.score!;
    expect(after - before).toBeCloseTo(12.5, 9);
  });

  it("leaves out what is not known and what stands in a part without a score", () => {
    const answers = { a1: answered("o0"), a2: answered("o0"), b1: answered("o0"), b2: NOT_SURE };
    expect(gapsByWeight(compiled, answers).map((gap) => gap.item)).toEqual(["a1", "a2"]);
  });

  it("is empty when nothing is published or everything is at its best", () => {
    expect(gapsByWeight(compiled, {})).toEqual([]);
    const best = Object.fromEntries(["a1", "a2", "b1", "b2"].map((id) => [id, answered("o2")]));
    expect(gapsByWeight(compiled, best)).toEqual([]);
  });
});
