import { describe, expect, it } from "vitest";
import { shrinkageWeight, shrunkMean } from "./shrinkage.ts";

describe("the weight of a parent", () => {
  it("is ten until three cohorts have a variance", () => {
    expect(shrinkageWeight([])).toBe(10);
    expect(
      shrinkageWeight([
        { n: 20, mean: 40, variance: 100 },
        { n: 20, mean: 60, variance: 100 },
        { n: 1, mean: 50, variance: null },
        { n: 0, mean: null, variance: null },
      ]),
    ).toBe(10);
  });

  it("is the variance within over that between, by hand", () => {
    // Within 100. Means 40, 50, 60 around 50: 20 (100 + 0 + 100) / 2 = 2000, less 100, over an effective n of 20: 95.
    const three = [40, 50, 60].map((mean) => ({ n: 20, mean, variance: 100 }));
    expect(shrinkageWeight(three)).toBeCloseTo(100 / 95, 12);
    // Of unequal n: within (9 * 50 + 19 * 80 + 29 * 110) / 57; grand mean (10 * 30 + 20 * 45 + 30 * 60) / 60 = 50;
    // between groups (10 * 400 + 20 * 25 + 30 * 100) / 2 = 3750; effective n (60 - 1400 / 60) / 2.
    const within = (450 + 1520 + 3190) / 57;
    const between = (3750 - within) / ((60 - 1400 / 60) / 2);
    const unequal = [
      { n: 10, mean: 30, variance: 50 },
      { n: 20, mean: 45, variance: 80 },
      { n: 30, mean: 60, variance: 110 },
    ];
    expect(shrinkageWeight(unequal)).toBeCloseTo(within / between, 12);
  });

  it("is ten where the means differ no more than by chance, or nothing differs within", () => {
    expect(shrinkageWeight([50, 50, 50].map((mean) => ({ n: 20, mean, variance: 100 })))).toBe(10);
    expect(shrinkageWeight([40, 50, 60].map((mean) => ({ n: 20, mean, variance: 0 })))).toBe(10);
  });
});

it("draws a mean towards the parent's, the more so the smaller the cohort", () => {
  expect(shrunkMean(10, 40, 60, 10)).toBe(50);
  expect(shrunkMean(30, 40, 60, 10)).toBe(45);
  expect(shrunkMean(0, 40, 60, 10)).toBe(60);
});
