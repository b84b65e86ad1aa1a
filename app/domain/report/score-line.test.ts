import { describe, expect, it } from "vitest";
import { scoreLine } from "./score-line.ts";

const cuts = [0, 20, 40, 60, 80];

describe("scoreLine", () => {
  it("places ticks at the cuts and at 100, and names in the middle of each level", () => {
    const line = scoreLine({ score: 46.2, cuts, width: 1000 });
    expect(line.ticks).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(line.levels).toEqual([100, 300, 500, 700, 900]);
    expect(line.mark).toBeCloseTo(462, 9);
    expect([line.from, line.to]).toEqual([0, 1000]);
  });

  it("draws no mark without a score and no band of no width", () => {
    const line = scoreLine({ score: null, band: { low: 40, high: 40 }, cuts, width: 100 });
    expect(line.mark).toBeNull();
    expect(line.band).toBeNull();
    expect(line.gate).toBeNull();
  });

  it("draws band and gate in the units of the width", () => {
    const line = scoreLine({ score: 50, band: { low: 40, high: 60 }, gateAt: 40, cuts, width: 500 });
    expect(line.band).toEqual({ x: 200, width: 100 });
    expect(line.gate).toBe(200);
  });

  it("keeps everything on the line", () => {
    expect(scoreLine({ score: 120, cuts, width: 10 }).mark).toBe(10);
    expect(scoreLine({ score: -5, cuts, width: 10 }).mark).toBe(0);
  });
});
