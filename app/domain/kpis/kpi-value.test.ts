import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areInOrder, kpiValue } from "./kpi-value.ts";

const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000);

describe("what a reading is worth", () => {
  const rising = { worst: 20, middle: 50, best: 90 };
  const falling = { worst: 48, middle: 24, best: 4 };

  // By hand: 35 is half of the way from 20 to 50, a quarter of all; 60 is a quarter of the way from 50 to 90.
  it.each([
    [20, 0],
    [35, 0.25],
    [50, 0.5],
    [60, 0.625],
    [90, 1],
    [5, 0],
    [200, 1],
  ])("where higher is better: %d is %d", (reading, worth) => expect(kpiValue(rising, reading)).toBe(worth));

  // 36 is half of the way from 48 to 24; 14 is half of the way from 24 to 4; 23 is a twentieth of it.
  it.each([
    [48, 0],
    [36, 0.25],
    [24, 0.5],
    [23, 0.525],
    [14, 0.75],
    [4, 1],
    [100, 0],
    [0, 1],
  ])("where lower is better: %d is %d", (reading, worth) => expect(kpiValue(falling, reading)).toBe(worth));

  it("never falls from a worse reading to a better one, and stays within 0 and 1", () => {
    fc.assert(
      fc.property(fc.uniqueArray(figure, { minLength: 3, maxLength: 3 }), figure, figure, fc.boolean(), (three, a, b, isRising) => {
        const [low, middle, high] = [...three].sort((x, y) => x - y) as [number, number, number];
        const anchors = isRising ? { worst: low, middle, best: high } : { worst: high, middle, best: low };
        expect(areInOrder(anchors, isRising)).toBe(true);
        const [worse, better] = a < b === isRising ? [a, b] : [b, a];
        expect(kpiValue(anchors, worse)).toBeLessThanOrEqual(kpiValue(anchors, better));
        expect(kpiValue(anchors, a)).toBeGreaterThanOrEqual(0);
        expect(kpiValue(anchors, a)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is asked for only where the three are apart and in the order of what is better", () => {
    expect(areInOrder({ worst: 1, middle: 2, best: 3 }, true)).toBe(true);
    expect(areInOrder({ worst: 1, middle: 2, best: 3 }, false)).toBe(false);
    expect(areInOrder({ worst: 3, middle: 2, best: 1 }, false)).toBe(true);
    expect(areInOrder({ worst: 1, middle: 1, best: 3 }, true)).toBe(false);
    expect(areInOrder({ worst: 3, middle: 1, best: 1 }, false)).toBe(false);
  });
});
