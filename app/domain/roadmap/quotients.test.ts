import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfDelay, placedBy, rice, wsjf } from "./quotients.ts";

const amount = fc.double({ min: 0.001, max: 1000, noNaN: true });
/** Half weeks, none at all among them. */
const weeks = fc.nat(400).map((halves) => halves / 2);
const share = fc.double({ min: 0.001, max: 1, noNaN: true });

describe("RICE", () => {
  it("is reach by impact by confidence over effort", () => {
    // 3 questions of 2 points each, half of it expected: 3 points, in 4 person-weeks.
    expect(rice({ reach: 3, impact: 2, confidence: 0.5, effort: 4 })).toBe(0.75);
    expect(rice({ reach: 0, impact: 0, confidence: 1, effort: 4 })).toBe(0);
  });

  it("is half as large with twice the effort, and never no number", () => {
    fc.assert(
      fc.property(fc.nat(50), amount, share, weeks, (reach, impact, confidence, effort) => {
        const one = rice({ reach, impact, confidence, effort });
        const twice = rice({ reach, impact, confidence, effort: effort * 2 });
        if (effort === 0) {
          expect([one, twice]).toEqual([null, null]);
          return;
        }
        expect(Number.isFinite(one)).toBe(true);
        // Twice a number and half of it are exact.
        expect(twice! * 2).toBe(one);
      }),
    );
  });
});

describe("WSJF", () => {
  it("is the cost of delay over the size of the job", () => {
    const job = { value: 4, timeCriticality: 3.8, enables: 2.2, jobSize: 5 };
    expect(costOfDelay(job)).toBeCloseTo(10, 12);
    expect(wsjf(job)).toBeCloseTo(2, 12);
  });

  it("is not known where the size is not", () => {
    expect(wsjf({ value: 4, timeCriticality: 4, enables: 0, jobSize: 0 })).toBeNull();
  });
});

describe("places", () => {
  const rows = [
    { initiative: "b", quotient: 2 },
    { initiative: "d", quotient: null },
    { initiative: "a", quotient: 2 },
    { initiative: "e", quotient: 0 },
    { initiative: "c", quotient: 7 },
  ];

  it("go by the quotient; equals share one, and what has none comes last", () => {
    const placed = placedBy(rows, ({ quotient }) => quotient).map(({ initiative, place }) => [initiative, place]);
    expect(placed).toEqual([
      ["c", 1],
      ["a", 2],
      ["b", 2],
      ["e", 4],
      ["d", null],
    ]);
  });

  it("do not depend on the order of what is given", () => {
    const expected = placedBy(rows, ({ quotient }) => quotient);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(placedBy(shuffled, ({ quotient }) => quotient)).toEqual(expected);
      }),
    );
  });
});
