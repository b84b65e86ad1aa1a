import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction, leastCommonMultiple, manyTimes, over, plus, reaches, times, toNumber, ZERO } from "./exact.ts";

describe("fractions", () => {
  it("are exact where doubles are not", () => {
    expect(toNumber(plus(fraction(1, 10), fraction(2, 10)))).toBe(0.3);
    expect(plus(fraction(1, 10), fraction(2, 10))).toEqual({ n: 3, d: 10 });
    expect(plus(fraction(1, 3), fraction(1, 6))).toEqual({ n: 3, d: 6 });
    expect(toNumber(plus(ZERO, fraction(5, 7)))).toBe(5 / 7);
  });

  it("compare exactly", () => {
    expect(reaches(fraction(60, 1), 60)).toBe(true);
    expect(reaches(fraction(10n ** 30n * 60n - 1n, 10n ** 30n), 60)).toBe(false);
    expect(reaches(fraction(0, 5), -10)).toBe(true);
  });

  it("stay exact beyond what a number can hold", () => {
    const term = fc.tuple(fc.nat(Number.MAX_SAFE_INTEGER), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.nat(1_000_000));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 1_000_000 }), (terms, by) => {
        const fractions = terms.map(([n, d]) => fraction(n, d));
        const counts = terms.map(([, , count]) => count);
        const oneByOne = fractions.reduce((sum, f, i) => plus(sum, times(f, counts[i]!)), ZERO);
        const whole = terms.reduce(([n, d], [tn, td, count]) => [n * BigInt(td) + BigInt(tn) * BigInt(count) * d, d * BigInt(td)] as const, [
          0n,
          1n,
        ] as readonly [bigint, bigint]);
        for (const total of [oneByOne, manyTimes(fractions)(counts)]) {
          expect(BigInt(total.n) * whole[1]).toBe(whole[0] * BigInt(total.d));
          expect(toNumber(over(total, by))).toBe(toNumber(fraction(whole[0], whole[1] * BigInt(by))));
        }
      }),
    );
  });

  it("refuse a denominator that is not positive", () => {
    expect(() => fraction(1, 0)).toThrow(new RangeError("a denominator is positive"));
    expect(() => fraction(1, -1)).toThrow(RangeError);
  });
});

describe("the nearest double", () => {
  it("is that of one division while both terms are safe", () => {
    expect(toNumber(fraction(2, 3))).toBe(2 / 3);
    expect(toNumber(fraction(0, 10n ** 40n))).toBe(0);
    expect(toNumber(fraction(Number.MAX_SAFE_INTEGER, 1))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("does not depend on how large the terms are", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), fc.bigInt({ min: 1n, max: 10n ** 60n }), (n, d, by) => {
        expect(toNumber(fraction(BigInt(n) * by, BigInt(d) * by))).toBe(n / d);
      }),
    );
  });

  it("is rounded once, ties to even, just above a tie up", () => {
    const half = 2n ** 53n; // between 2^53 and 2^53 + 2 lies the tie 2^53 + 1
    const scale = 10n ** 30n;
    expect(toNumber(fraction((half + 1n) * scale, scale))).toBe(2 ** 53);
    expect(toNumber(fraction((half + 1n) * scale + 1n, scale))).toBe(2 ** 53 + 2);
    expect(toNumber(fraction((half + 1n) * scale - 1n, scale))).toBe(2 ** 53);
    expect(toNumber(fraction((half + 3n) * scale, scale))).toBe(2 ** 53 + 4);
  });

  it("holds for very large and very small fractions", () => {
    expect(toNumber(fraction(10n ** 40n, 1))).toBe(1e40);
    expect(toNumber(fraction(1, 10n ** 40n))).toBe(1e-40);
    expect(toNumber(fraction(3n * 10n ** 300n, 7n * 10n ** 300n))).toBe(3 / 7);
  });
});

it("finds the least common multiple", () => {
  expect(leastCommonMultiple(1000, 3)).toBe(3000);
  expect(leastCommonMultiple(1000, 4)).toBe(1000);
  expect(leastCommonMultiple(6, 4)).toBe(12);
});
