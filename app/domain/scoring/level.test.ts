import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi } from "../../../tests/factories/definition.ts";
import { compile } from "./compile.ts";
import { score } from "./score.ts";

/** A definition whose dimensions can be given any score with one decimal: scores are given in points. */
function overallOf(parts: { points: number; weight?: number; critical?: boolean; silent?: boolean }[]) {
  const shares = [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.489];
  const definition = definitionOf(
    parts.map(({ weight = 1, critical = false }, i) => dimension(`d${i}`, { weight, critical })),
    parts.map((_, i) => multi(`i${i}`, `d${i}`, shares, { marked: true })),
  );
  const answers = parts.flatMap(({ points, silent }, i) => (silent ? [] : [[`i${i}`, answered(practices(points))] as const]));
  return score(compile(definition), Object.fromEntries(answers)).overall;

  function practices(points: number): string[] {
    let left = Math.round(points * 10);
    if (left === 0) return ["none"];
    const chosen = [...shares.keys()].reverse().filter((i) => {
      const thousandths = Math.round(shares[i]! * 1000);
      if (thousandths > left) return false;
      left -= thousandths;
      return true;
    });
    return chosen.map((i) => `p${i}`);
  }
}

describe("the scored level", () => {
  it.each([
    [0, 1],
    [19.9, 1],
    [20, 2],
    [39.9, 2],
    [40, 3],
    [59.9, 3],
    [60, 4],
    [79.9, 4],
    [80, 5],
    [100, 5],
  ])("at %f points is %i", (points, level) => {
    expect(overallOf([{ points }])).toMatchObject({ score: points, level, gatedLevel: level, heldBackBy: [] });
  });
});

describe("the gated level", () => {
  it("lets a critical dimension pass at exactly ten points below the cut", () => {
    // (70 + 50) / 2 = 60: level 4 begins at 60, its gate at 50.
    expect(overallOf([{ points: 70 }, { points: 50, critical: true }])).toMatchObject({ level: 4, gatedLevel: 4, heldBackBy: [] });
  });

  it("holds the level back a tenth of a point further down, and names the gate", () => {
    expect(overallOf([{ points: 70.1 }, { points: 49.9, critical: true }])).toMatchObject({
      score: 60,
      level: 4,
      gatedLevel: 3,
      heldBackBy: ["d1"],
    });
  });

  it("ignores dimensions that are not critical", () => {
    expect(overallOf([{ points: 100 }, { points: 20 }])).toMatchObject({ level: 4, gatedLevel: 4, heldBackBy: [] });
  });

  it("may fall by several levels, down to the first", () => {
    expect(
      overallOf([
        { points: 100, weight: 9 },
        { points: 30, critical: true },
      ]),
    ).toMatchObject({ level: 5, gatedLevel: 3, heldBackBy: ["d1"] });
    expect(
      overallOf([
        { points: 100, weight: 9 },
        { points: 9.9, critical: true },
      ]),
    ).toMatchObject({ level: 5, gatedLevel: 1, heldBackBy: ["d1"] });
    expect(
      overallOf([
        { points: 100, weight: 9 },
        { points: 10, critical: true },
      ]),
    ).toMatchObject({ level: 5, gatedLevel: 2, heldBackBy: ["d1"] });
  });

  it("names the gates of the next level only", () => {
    // Overall (98 x 100 + 40 + 60) / 100 = 99: d1 stops at level 3, d2 would stop later, at level 4.
    const overall = overallOf([
      { points: 100, weight: 98 },
      { points: 40, critical: true },
      { points: 60, critical: true },
    ]);
    expect(overall).toMatchObject({ level: 5, gatedLevel: 3, heldBackBy: ["d1"] });
  });

  it("names several gates of the same level in the order of the dimensions", () => {
    const overall = overallOf([
      { points: 35, critical: true },
      { points: 100, weight: 98 },
      { points: 40, critical: true },
    ]);
    expect(overall).toMatchObject({ gatedLevel: 3, heldBackBy: ["d0", "d2"] });
  });

  it("is not held back by a critical dimension without a published score", () => {
    expect(overallOf([{ points: 90 }, { points: 0, critical: true, silent: true }])).toMatchObject({
      level: 5,
      gatedLevel: 5,
      heldBackBy: [],
      leftOut: ["d1"],
    });
  });
});
