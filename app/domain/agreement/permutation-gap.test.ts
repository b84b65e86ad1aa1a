import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { average, shiftedTails } from "../../../tests/oracle/agreement-oracle.ts";
import { permutationGapInSteps, type PermutationTest } from "./permutation-gap.ts";

function permutationGap(a: readonly number[], b: readonly number[], seed = 1, draws = 2000, oneIn = 40): PermutationTest {
  const steps = permutationGapInSteps(a, b, seed, draws, oneIn);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Days to recovery under the standard treatment and under a new one. */
const STANDARD = [19, 22, 25, 26];
const NEW = [23, 33, 40];

describe("the gap of two groups", () => {
  it("has p = 3/35 one-sided for seven days of recovery (Ernst 2004, section 2)", () => {
    expect(permutationGap(STANDARD, NEW).p).toBeCloseTo((2 * 3) / 35, 12);
  });

  it("has the interval from -21 to 3 for them (Nguyen 2009; R package CIPerm), either way round", () => {
    expect(permutationGap(STANDARD, NEW, 1, 2000, 20).interval).toEqual({ low: -21, high: 3 });
    expect(permutationGap(NEW, STANDARD, 1, 2000, 20).interval).toEqual({ low: -3, high: 21 });
  });

  it("has no end where the groups are too small for the level", () => {
    expect(permutationGap(STANDARD, NEW).interval).toEqual({ low: -100, high: 100 });
    expect(permutationGap([40], [50])).toEqual({ interval: { low: -100, high: 100 }, p: 1 });
  });

  it("is certain of nothing when all say the same", () => {
    expect(permutationGap([50, 50, 50, 50, 50], [50, 50, 50, 50, 50])).toEqual({ interval: { low: 0, high: 0 }, p: 1 });
  });

  it("takes thirds that add up to the same for the same, though no decimal fraction is a third", () => {
    // In thirds of a hundred 4 of 9 for five of ten people: half of all choices have at most 4, and more than half at least 4.
    const [a, b] = [
      [0, 0, 100 / 3, 100, 0],
      [0, 0, 200 / 3, 100 / 3, 200 / 3],
    ];
    expect(permutationGap(a, b).p).toBe(1);
    expect(permutationGap(b, a).p).toBe(1);
  });

  it("has the least possible p when the groups do not touch", () => {
    const test = permutationGap([80, 82, 84, 86, 88], [20, 22, 24, 26, 28]);
    expect(test.p).toBeCloseTo(2 / 252, 12);
    expect(test.interval.low).toBeGreaterThan(50);
    expect(test.interval.high).toBeLessThan(70);
  });

  it("takes all permutations up to as many as there are draws, and else draws and adds the observed one", () => {
    // 20 ways to choose three of six, of which one is as extreme on a side.
    expect(permutationGap([10, 20, 30], [40, 50, 60], 1, 20).p).toBeCloseTo(2 / 20, 12);
    for (const draws of [10, 18]) {
      const { p } = permutationGap([10, 20, 30], [40, 50, 60], 1, draws);
      const extreme = (p * (draws + 1)) / 2;
      expect(extreme).toBeCloseTo(Math.round(extreme), 9);
      expect(extreme).toBeGreaterThanOrEqual(1);
    }
  });

  it("does not end beyond what two scores can differ", () => {
    const { interval } = permutationGap([100, 100, 100, 100, 100, 0], [0, 0, 0, 0, 0, 0, 0]);
    expect(interval.high).toBeLessThanOrEqual(100);
  });

  const score = fc.integer({ min: 0, max: 60 }).map((n) => (n * 5) / 3);
  const group = fc.array(score, { minLength: 4, maxLength: 6 });

  it("holds what an outright search of shifts does not reject", () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const { interval, p } = permutationGap(a, b);
        const rejects = (shift: number) => {
          const { atLeast, atMost } = shiftedTails(a, b, shift);
          return Math.min(atLeast, atMost) <= 1 / 40;
        };
        expect(rejects(average(a) - average(b))).toBe(false);
        if (interval.low > -100) expect([rejects(interval.low - 1e-4), rejects(interval.low + 1e-4)]).toEqual([true, interval.low === interval.high]);
        if (interval.high < 100) expect([rejects(interval.high + 1e-4), rejects(interval.high - 1e-4)]).toEqual([true, interval.low === interval.high]);
        expect(interval.low > 0 || interval.high < 0).toBe(p <= 0.05);
      }),
      { numRuns: 200 },
    );
  });

  const large = fc.array(score, { minLength: 8, maxLength: 40 });

  it("drawn at random, is near what all permutations say", () => {
    fc.assert(
      fc.property(group, group, fc.nat(), (a, b, seed) => {
        const [drawn, all] = [permutationGap(a, b, seed, 69), permutationGap(a, b, seed, 100_000)];
        // 69 draws are fewer than there are permutations: 5 in 100 runs would be 0.12 off.
        expect(Math.abs(drawn.p - all.p)).toBeLessThan(0.45);
      }),
      { numRuns: 200 },
    );
    const [a, b] = [Array.from({ length: 12 }, (_, i) => 30 + 3 * i), Array.from({ length: 14 }, (_, i) => 40 + 3 * i)];
    // Welch's interval for the same, whose p is 0.017.
    const { interval, p } = permutationGap(a, b, 5, 20_000);
    expect(p).toBeCloseTo(permutationGap(a, b, 6, 20_000).p, 1);
    expect(interval.low).toBeCloseTo(average(a) - average(b) - 9.4, 0);
    expect(interval.high).toBeCloseTo(average(a) - average(b) + 9.4, 0);
  });

  it("depends on no order, turns round with its groups, and contains the difference", () => {
    fc.assert(
      fc.property(large, large, fc.nat(), (a, b, seed) => {
        const test = permutationGap(a, b, seed, 400);
        expect(permutationGap([...a].reverse(), [...b].reverse(), seed, 400)).toEqual(test);
        const difference = average(a) - average(b);
        expect(test.interval.low).toBeLessThanOrEqual(difference + 1e-9);
        expect(test.interval.high).toBeGreaterThanOrEqual(difference - 1e-9);
        expect(test.interval.low > 0 || test.interval.high < 0).toBe(test.p <= 0.05);
        if (a.length !== b.length) {
          const turned = permutationGap(b, a, seed, 400);
          expect(turned.p).toBe(test.p);
          expect(turned.interval.low).toBeCloseTo(-test.interval.high, 9);
        }
      }),
    );
  });

  it("pauses where it is long", () => {
    const many = Array.from({ length: 3000 }, (_, i) => i / 30);
    const steps = permutationGapInSteps(many, many, 1, 1000);
    expect([...steps].length).toBeGreaterThan(1);
  });
});
