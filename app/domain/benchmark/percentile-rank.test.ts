import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oracleBetaQuantile } from "../../../tests/oracle/benchmark-oracle.ts";
import { percentileInterval, percentileRank } from "./percentile-rank.ts";

describe("a percentile rank", () => {
  it("is the share of the others below, ties counting half", () => {
    expect(percentileRank({ below: 3, tied: 0, n: 10 })).toBe(30);
    expect(percentileRank({ below: 3, tied: 2, n: 10 })).toBe(40);
    expect(percentileRank({ below: 0, tied: 10, n: 10 })).toBe(50);
    expect(percentileRank({ below: 0, tied: 0, n: 4 })).toBe(0);
    expect(percentileRank({ below: 4, tied: 0, n: 4 })).toBe(100);
  });

  it("is none without others", () => {
    expect(percentileRank({ below: 0, tied: 0, n: 0 })).toBeNull();
    expect(percentileInterval({ below: 0, tied: 0, n: 0 })).toBeNull();
  });
});

describe("its interval", () => {
  // Of Beta(n, 1) and Beta(1, n) the quantiles have a closed form.
  it.each([1, 10, 84, 1000])("is that of the closed form at both ends, n = %i", (n) => {
    const top = percentileInterval({ below: n - 1, tied: 1, n })!;
    expect(top.low).toBeCloseTo(100 * 0.025 ** (1 / n), 6);
    expect(top.high).toBeCloseTo(100 * 0.975 ** (1 / n), 6);
    const bottom = percentileInterval({ below: 0, tied: 1, n })!;
    expect(bottom.low).toBeCloseTo(100 * (1 - 0.975 ** (1 / n)), 6);
    expect(bottom.high).toBeCloseTo(100 * (1 - 0.025 ** (1 / n)), 6);
  });

  it("is that of the arcsine law for one other who is above", () => {
    // Beta(1/2, 3/2): F(x) = (2 / pi) (asin(sqrt x) + sqrt(x (1 - x))).
    const { low, high } = percentileInterval({ below: 0, tied: 0, n: 1 })!;
    const share = (x: number) => (2 / Math.PI) * (Math.asin(Math.sqrt(x)) + Math.sqrt(x * (1 - x)));
    expect(share(low / 100)).toBeCloseTo(0.025, 7);
    expect(share(high / 100)).toBeCloseTo(0.975, 7);
  });

  it("is what adding up the density of Jeffreys' posterior gives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (n, x, y) => {
        const below = Math.round(x * n);
        const tied = Math.round(y * (n - below));
        const beneath = below + tied / 2;
        const { low, high } = percentileInterval({ below, tied, n })!;
        const [a, b] = [beneath + 0.5, n - beneath + 0.5];
        expect(low).toBeCloseTo(100 * oracleBetaQuantile(0.025, a, b), 3);
        expect(high).toBeCloseTo(100 * oracleBetaQuantile(0.975, a, b), 3);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it("turns round with the scale, and narrows with more others", () => {
    const some = percentileInterval({ below: 7, tied: 2, n: 30 })!;
    const turned = percentileInterval({ below: 21, tied: 2, n: 30 })!;
    expect(turned.low).toBeCloseTo(100 - some.high, 6);
    expect(turned.high).toBeCloseTo(100 - some.low, 6);
    const more = percentileInterval({ below: 70, tied: 20, n: 300 })!;
    expect(more.high - more.low).toBeLessThan(some.high - some.low);
  });
});
