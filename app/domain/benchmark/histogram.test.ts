import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oraclePosition } from "../../../tests/oracle/benchmark-oracle.ts";
import { BINS, binOf, countOf, type Histogram, histogramOf, momentsOf, positionIn, quantileOf, withoutOwn } from "./histogram.ts";
import { percentileRank } from "./percentile-rank.ts";

const meanOf = (of: Histogram) => momentsOf({ ...of, n: countOf(of) }).mean;
const varianceOf = (of: Histogram) => momentsOf({ ...of, n: countOf(of) }).variance;

const score = fc.double({ min: 0, max: 100, noNaN: true });
const scores = fc.array(score, { minLength: 1, maxLength: 200 });
/** Scores in steps of a tenth, so that there are ties and borders. */
const tenths = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10),
  { minLength: 1, maxLength: 200 },
);

describe("a histogram", () => {
  it("has half points, the last with its upper end", () => {
    expect([0, 0.49, 0.5, 46.2, 99.5, 100].map(binOf)).toEqual([0, 0, 1, 92, 199, 199]);
    expect(histogramOf([]).bins).toHaveLength(BINS);
    expect(countOf(histogramOf([0, 0.4, 100]))).toBe(3);
  });

  it("has no quantile, mean or variance of none, and no variance of one", () => {
    expect([quantileOf(histogramOf([]), 0.5), meanOf(histogramOf([])), varianceOf(histogramOf([])), varianceOf(histogramOf([42]))]).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  it("says by hand", () => {
    const five = histogramOf([10, 20, 20, 30, 70]);
    expect(meanOf(five)).toBe(30);
    // Squares of 20, 10, 10, 0, 40: 2200 over 4.
    expect(varianceOf(five)).toBeCloseTo(550, 9);
    expect(quantileOf(five, 0.5)).toBe(20.25);
    expect(quantileOf(five, 0)).toBe(10.25);
    expect(quantileOf(five, 1)).toBe(70.25);
    expect(positionIn(five, 20)).toEqual({ below: 1, tied: 2, n: 5 });
    // In its own half point: a tie.
    expect(positionIn(five, 20.4)).toEqual({ below: 1, tied: 2, n: 5 });
    expect(positionIn(five, 20.5)).toEqual({ below: 3, tied: 0, n: 5 });
  });

  it("gives quantiles within a bin of those of the sorted list", () => {
    fc.assert(
      fc.property(fc.oneof(scores, tenths), fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = list.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(share * list.length)) - 1]!;
        expect(Math.abs(quantileOf(histogramOf(list), share)! - exact)).toBeLessThanOrEqual(0.25 + 1e-9);
      }),
    );
  });

  it("gives a rank within a bin of exact: no other is on the wrong side but those in the same half point", () => {
    fc.assert(
      fc.property(fc.oneof(scores, tenths), score, (list, own) => {
        const found = positionIn(histogramOf(list), own);
        const exact = oraclePosition(list, own);
        const near = list.filter((other) => binOf(other) === binOf(own)).length;
        expect(found).toEqual({ below: list.filter((other) => binOf(other) < binOf(own)).length, tied: near, n: list.length });
        expect(Math.abs(percentileRank(found)! - percentileRank(exact)!)).toBeLessThanOrEqual((100 * near) / 2 / list.length + 1e-9);
      }),
    );
  });

  it("has the mean and the variance of the list", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 200 }), (list) => {
        const mean = list.reduce((a, b) => a + b, 0) / list.length;
        const variance = list.reduce((all, x) => all + (x - mean) ** 2, 0) / (list.length - 1);
        expect(meanOf(histogramOf(list))).toBeCloseTo(mean, 6);
        expect(varianceOf(histogramOf(list))).toBeCloseTo(variance, 6);
      }),
    );
  });

  it("is, without one's own, that of the others", () => {
    fc.assert(
      fc.property(scores, score, (others, own) => {
        const left = withoutOwn(histogramOf([...others, own]), own);
        const expected = histogramOf(others);
        expect(left.bins).toEqual(expected.bins);
        expect(left.sum).toBeCloseTo(expected.sum, 6);
        expect(left.squares).toBeCloseTo(expected.squares, 4);
      }),
    );
    expect(() => withoutOwn(histogramOf([10, 20]), 30)).toThrow(RangeError);
  });
});
