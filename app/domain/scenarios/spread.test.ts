import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "./spread.ts";

const BOUNDS = { from: 0, to: 100, apart: 10 };

describe("places that keep their distance", () => {
  it.each([
    // Far enough already.
    [
      [5, 20, 90],
      [5, 20, 90],
    ],
    // Two at the same place part evenly; three stand around their mean.
    [
      [50, 50],
      [45, 55],
    ],
    [
      [50, 50, 56],
      [42, 52, 62],
    ],
    // The bounds push back.
    [
      [0, 0, 0],
      [0, 10, 20],
    ],
    [
      [99, 100],
      [90, 100],
    ],
    [[], []],
  ])("%j become %j", (wanted, places) => {
    expect(spread(wanted, BOUNDS).map((place) => Math.round(place * 1e9) / 1e9)).toEqual(places);
  });

  it("are in order, apart and within bounds, and nobody moves without need", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 11 }), (some) => {
        const wanted = some.sort((a, b) => a - b);
        const places = spread(wanted, BOUNDS);
        places.forEach((place, k) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-9);
          if (k > 0) expect(place - places[k - 1]!).toBeGreaterThanOrEqual(10 - 1e-9);
        });
        if (wanted.every((place, k) => k === 0 || place - wanted[k - 1]! >= 10)) places.forEach((place, k) => expect(place).toBeCloseTo(wanted[k]!, 9));
      }),
    );
  });
});
