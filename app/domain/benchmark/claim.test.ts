import { describe, expect, it } from "vitest";
import { claimOf } from "./claim.ts";
import { histogramOf } from "./histogram.ts";

/** n others, so many of them below 50. */
const others = (n: number, below: number) => histogramOf(Array.from({ length: n }, (_, i) => (i < below ? 10 : 90)));

describe("what may be said", () => {
  it.each([
    [0, "too_few"],
    [9, "too_few"],
    [10, "median"],
    [29, "median"],
    [30, "quartile"],
    [99, "quartile"],
    [100, "percentile"],
    [10_000, "percentile"],
  ])("of %i others is %s", (n, kind) => {
    expect(claimOf(others(n, Math.floor(n / 2)), 50)).toMatchObject({ kind, n });
  });

  it("of fewer than ten has no figure but how many there are", () => {
    expect(claimOf(others(9, 9), 50)).toEqual({ kind: "too_few", n: 9, needed: 10 });
  });

  it("of 10 to 29 is on which side of the middle, where the interval leaves it out", () => {
    // Jeffreys of 10: 8 below reaches down to 49.6, 9 below to 61.9.
    expect(claimOf(others(10, 10), 50)).toMatchObject({ side: "above" });
    expect(claimOf(others(10, 9), 50)).toMatchObject({ side: "above" });
    expect(claimOf(others(10, 8), 50)).toMatchObject({ side: "unclear" });
    expect(claimOf(others(10, 5), 50)).toMatchObject({ side: "unclear" });
    expect(claimOf(others(10, 2), 50)).toMatchObject({ side: "unclear" });
    expect(claimOf(others(10, 1), 50)).toMatchObject({ side: "below" });
    expect(claimOf(others(10, 1), 50)).not.toHaveProperty("interval");
    expect(claimOf(others(10, 1), 50)).not.toHaveProperty("rank");
  });

  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [19, 2],
    [20, 3],
    [29, 3],
    [30, 4],
    [40, 4],
  ])("of 40 with %i below is quartile %i, on a border the upper one", (below, quartile) => {
    const claim = claimOf(others(40, below), 50);
    expect(claim).toMatchObject({ kind: "quartile", quartile });
    expect(claim).not.toHaveProperty("rank");
  });

  it("of 30 to 99 says into which quartiles the interval reaches", () => {
    // Beta(20.5, 20.5) reaches from about 35 to 65, Beta(0.5, 40.5) from 0 to about 6.
    expect(claimOf(others(40, 20), 50)).toMatchObject({ from: 2, to: 3 });
    expect(claimOf(others(40, 0), 50)).toMatchObject({ from: 1, to: 1 });
    expect(claimOf(others(40, 40), 50)).toMatchObject({ from: 4, to: 4 });
  });

  it("from 100 is the rank with its interval and the median", () => {
    const claim = claimOf(others(100, 62), 50);
    expect(claim).toMatchObject({ kind: "percentile", n: 100, rank: 62, median: 10.25 });
    if (claim.kind !== "percentile") throw new Error("no percentile");
    // Beta(62.5, 38.5), by adding up its density.
    expect(claim.interval.low).toBeCloseTo(52.2, 0);
    expect(claim.interval.high).toBeCloseTo(71.1, 0);
  });
});
