import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, single } from "../../../tests/factories/definition.ts";
import { compile } from "./compile.ts";
import { tally } from "./tally.ts";

describe("adding up", () => {
  const compiled = compile(
    definitionOf(
      [dimension("d"), dimension("e")],
      [
        single("a", "d", [0, 0.5, 1], { weight: 2, pillars: ["people", "kpis"] }),
        single("b", "d", [0, 0.5, 1], { pillars: ["people"] }),
        single("c", "d", [0, 0.5, 1], { weight: 0.5, pillars: ["process"] }),
        single("z", "e", [0, 0.5, 1], { pillars: ["process"] }),
      ],
    ),
  );
  const answers = { a: answered("o1"), b: NOT_SURE, c: NOT_APPLICABLE };

  it("works in whole thousandths, per dimension and per pillar", () => {
    const { dimensions, pillars } = tally(compiled, answers);
    expect(dimensions).toEqual([
      { value: 1_000_000, answered: 2000, applicable: 3000, total: 3500 },
      { value: 0, answered: 0, applicable: 1000, total: 1000 },
    ]);
    expect(pillars).toEqual([
      { value: 1_000_000, answered: 2000, applicable: 3000, total: 3000 },
      { value: 0, answered: 0, applicable: 1000, total: 1500 },
      { value: 0, answered: 0, applicable: 0, total: 0 },
      { value: 0, answered: 0, applicable: 0, total: 0 },
      { value: 1_000_000, answered: 2000, applicable: 2000, total: 2000 },
    ]);
  });

  it("takes a replaced value as answered and applicable, whatever was said", () => {
    expect(tally(compiled, answers, () => 1000).dimensions[0]).toEqual({ value: 3_500_000, answered: 3500, applicable: 3500, total: 3500 });
  });
});
