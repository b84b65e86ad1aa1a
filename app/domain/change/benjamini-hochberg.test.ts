import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

/**
 * Fifteen comparisons of two treatments of myocardial infarction (Benjamini & Hochberg, Controlling the false discovery rate, Journal of the Royal
 * Statistical Society B 57, 1995, 289-300, from Neuhaus et al. 1992); SciPy documents false_discovery_control with the same.
 */
const FIFTEEN = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];

describe("p values adjusted for their number", () => {
  it("calls the first four of fifteen real at 5 % (Benjamini & Hochberg 1995)", () => {
    expect(benjaminiHochberg(FIFTEEN).map((p) => p <= 0.05)).toEqual(FIFTEEN.map((_, i) => i < 4));
  });

  it("is p m / k, or what a larger one has of the same fifteen by hand", () => {
    const adjusted = benjaminiHochberg(FIFTEEN);
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429, 0.0645, 0.0765, 0.486];
    expected.forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
    expect(adjusted[14]).toBe(1);
  });

  it("leaves a single one as it is, and nothing nothing", () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("keeps the order of size, and lowers none", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          ps.forEach((other, j) => p < other && expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!));
        });
      }),
    );
  });
});
