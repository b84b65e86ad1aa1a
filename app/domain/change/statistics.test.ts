import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { average } from "../../../tests/oracle/agreement-oracle.ts";
import { oracleWelch, turnedTails } from "../../../tests/oracle/change-oracle.ts";
import type { PermutationTest } from "../agreement/permutation-gap.ts";
import { finitePopulation } from "./finite-population.ts";
import { pairedPermutationInSteps } from "./paired-permutation.ts";
import { reliableChange } from "./reliable-change.ts";
import { welch } from "./welch.ts";

function pairedPermutation(changes: readonly number[], seed = 1, draws = 2000, oneIn = 40): PermutationTest {
  const steps = pairedPermutationInSteps(changes, seed, draws, oneIn);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe("one respondent's change", () => {
  it("from 32.5 to 47.5 with SD 7.5 and reliability .80 is the square root of 10, by hand", () => {
    // The standard error of measurement is 7.5 sqrt(1/5), that of a difference sqrt(2) times as much, or sqrt(22.5); 15/sqrt(22.5) squared is 10.
    const change = reliableChange({ before: 32.5, after: 47.5, sd: 7.5, reliability: 0.8 })!;
    expect(change.index).toBeCloseTo(Math.sqrt(10), 12);
    expect(change.reliable).toBe(true);
  });

  it("is reliable beyond 1.96, up or down", () => {
    // Without any reliability the error is sqrt(2) SD.
    const of = (index: number) => reliableChange({ before: 50, after: 50 + index * Math.SQRT2 * 10, sd: 10, reliability: 0 })!;
    expect([-1.97, -1.95, 1.95, 1.97].map((index) => of(index).reliable)).toEqual([true, false, false, true]);
    expect(of(-1.97).index).toBeCloseTo(-1.97, 12);
  });

  it("cannot be judged where nothing is uncertain", () => {
    expect(reliableChange({ before: 1, after: 2, sd: 0, reliability: 0.5 })).toBeNull();
    expect(reliableChange({ before: 1, after: 2, sd: 5, reliability: 1 })).toBeNull();
  });
});

describe("the difference of two means", () => {
  /** Hours of sleep gained with two drugs (Student, The probable error of a mean, Biometrika 6, 1908, 1-25), as the data set `sleep` of R has them. */
  const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  it("of Student's sleep data: t = 1.8608, df = 17.776, p = 0.07939, from -0.2055 to 3.3655, which t.test(extra ~ group, sleep) of R prints with the signs turned", () => {
    const { t, degreesOfFreedom, difference, interval, p } = welch(FIRST, SECOND);
    expect(difference).toBeCloseTo(1.58, 12);
    expect(t).toBeCloseTo(1.8608, 4);
    expect(degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(p).toBeCloseTo(0.07939, 5);
    expect(interval.low).toBeCloseTo(-0.2054832, 6);
    expect(interval.high).toBeCloseTo(3.3654832, 6);
  });

  it("depends on no order", () => {
    expect(welch([...FIRST].reverse(), [...SECOND].reverse())).toEqual(welch(FIRST, SECOND));
  });

  it("is known when nothing varies, or everybody was asked", () => {
    expect(welch([50, 50], [60, 60])).toEqual({ t: null, degreesOfFreedom: null, difference: 10, interval: { low: 10, high: 10 }, p: 0 });
    expect(welch([50, 50], [50, 50]).p).toBe(1);
    expect(welch([40, 60], [50, 70], { before: 0, after: 0 }).interval).toEqual({ low: 10, high: 10 });
  });

  it("agrees with an independent implementation", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 12 });
    const size = fc.option(fc.integer({ min: 13, max: 40 }));
    fc.assert(
      fc.property(scores, scores, size, size, (before, after, sizeBefore, sizeAfter) => {
        const shrink = { before: finitePopulation(before.length, sizeBefore), after: finitePopulation(after.length, sizeAfter) };
        const { interval } = welch(before, after, shrink);
        const wanted = oracleWelch(before, after, { before: sizeBefore, after: sizeAfter });
        expect(interval.low).toBeCloseTo(wanted.low, 5);
        expect(interval.high).toBeCloseTo(wanted.high, 5);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a team of known size", () => {
  it("shrinks the error by sqrt((N - n)/(N - 1))", () => {
    expect(finitePopulation(10, 20)).toBeCloseTo(Math.sqrt(10 / 19), 12);
    expect(finitePopulation(1, 20)).toBe(1);
  });

  it("leaves it as it is when the size is not known, and takes it away when everybody answered", () => {
    expect([finitePopulation(10, null), finitePopulation(10, 10), finitePopulation(11, 10), finitePopulation(1, 1)]).toEqual([1, 0, 0, 0]);
  });
});

describe("the change of the same people", () => {
  /** Heights of crossed less self-fertilised plants of Zea mays, in eighths of an inch (Darwin 1876; `ZeaMays` of R's HistData). */
  const DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

  it("of Darwin's fifteen pairs has p = 1726/32768 by all turned signs (Fisher, The Design of Experiments, 1935, section 21: 863 on each side)", () => {
    expect(DARWIN.reduce((sum, change) => sum + change)).toBe(314);
    expect(turnedTails(DARWIN, 0).atLeast).toBeCloseTo(863 / 32768, 12);
    expect(pairedPermutation(DARWIN, 1, 2 ** 15).p).toBeCloseTo(1726 / 32768, 12);
  });

  it("drawn at random is near it", () => {
    expect(pairedPermutation(DARWIN, 3, 20_000).p).toBeCloseTo(1726 / 32768, 2);
    expect(pairedPermutation(DARWIN, 3)).not.toEqual(pairedPermutation(DARWIN, 4));
    expect(pairedPermutation(DARWIN, 3)).toEqual(pairedPermutation([...DARWIN].reverse(), 3));
    const { interval } = pairedPermutation(DARWIN, 3, 20_000);
    // Student's interval for the same is from 0.03 to 41.8 eighths.
    expect(interval.low).toBeCloseTo(0, -1);
    expect(interval.high).toBeCloseTo(41, -1);
  });

  it("takes thirds that cancel out for nothing, though no decimal fraction is a third", () => {
    // In thirds of a hundred 2, -1, -1 and 2: of sixteen sets two turn 2, -1 and -1, one nothing, and three more what adds up to less.
    expect(pairedPermutation([200 / 3, -100 / 3, -100 / 3, 200 / 3]).p).toBe((2 * (1 + 2 + 3)) / 16);
  });

  it("of five people has no ends, of six it has", () => {
    expect(pairedPermutation([10, 11, 12, 13, 14])).toEqual({ interval: { low: -100, high: 100 }, p: 2 / 32 });
    expect(pairedPermutation([10, 11, 12, 13, 14, 15])).toEqual({ interval: { low: 10, high: 15 }, p: 2 / 64 });
  });

  it("holds what an outright search of shifts does not reject", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 5, maxLength: 8 }), (changes) => {
        const { interval, p } = pairedPermutation(changes);
        const rejects = (shift: number) => {
          const { atLeast, atMost } = turnedTails(changes, shift);
          return Math.min(atLeast, atMost) <= 1 / 40;
        };
        expect(rejects(average(changes))).toBe(false);
        const isPoint = interval.low === interval.high;
        if (interval.low > -100) expect([rejects(interval.low - 1e-4), rejects(interval.low + 1e-4)]).toEqual([true, isPoint]);
        if (interval.high < 100) expect([rejects(interval.high - 1e-4), rejects(interval.high + 1e-4)]).toEqual([isPoint, true]);
        const { atLeast, atMost } = turnedTails(changes, 0);
        expect(p).toBeCloseTo(Math.min(1, 2 * Math.min(atLeast, atMost)), 12);
        expect(interval.low > 0 || interval.high < 0).toBe(p <= 0.05);
      }),
      { numRuns: 300 },
    );
  });

  it("contains the mean change, drawn at random", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 12, maxLength: 40 }), fc.nat(), (changes, seed) => {
        const { interval, p } = pairedPermutation(changes, seed, 400);
        expect(interval.low).toBeLessThanOrEqual(average(changes) + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(average(changes) - 1e-9);
        expect(interval.low > 0 || interval.high < 0).toBe(p <= 0.05);
      }),
    );
  });

  it("pauses where it is long", () => {
    // A thousand coins for each of two thousand sets, and a pause after each million.
    expect([...pairedPermutationInSteps(Array<number>(1000).fill(1), 1, 2000)]).toHaveLength(2);
    expect([...pairedPermutationInSteps(Array<number>(1000).fill(1), 1, 999)]).toHaveLength(0);
  });

  it("drawn at random counts what was observed", () => {
    // That all of fifty coins fall the same way happens once in 10^15: of a hundred sets only the observed one is as far off, on either side.
    expect(pairedPermutation(Array<number>(50).fill(10), 1, 99).p).toBe(2 / 100);
  });
});
