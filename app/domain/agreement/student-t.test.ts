import { describe, expect, it } from "vitest";
import { tFor95, tTwoSided } from "./student-t.ts";

describe("Student's t", () => {
  it("has the 97.5th percentiles of the printed tables", () => {
    const table = [
      [1, 12.706],
      [2, 4.303],
      [4, 2.776],
      [9, 2.262],
      [30, 2.042],
      [120, 1.98],
    ] as const;
    for (const [df, t] of table) expect(tFor95(df)).toBeCloseTo(t, 3);
    // That of the normal distribution in the end.
    expect(tFor95(1e6)).toBeCloseTo(1.95996, 4);
  });

  it("says how often a value is as far from 0, on either side", () => {
    expect(tTwoSided(12.706, 1)).toBeCloseTo(0.05, 5);
    expect(tTwoSided(-12.706, 1)).toBeCloseTo(0.05, 5);
    expect(tTwoSided(2.776, 4)).toBeCloseTo(0.05, 4);
    // The library is right to about eight digits.
    expect(tTwoSided(0, 7)).toBeCloseTo(1, 7);
  });
});
