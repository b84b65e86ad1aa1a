import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, scale } from "../../../tests/factories/definition.ts";
import { teamResult } from "../agreement/team-result.ts";
import type { Answer } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { familyOf, sharedOf } from "./family.ts";

/** Two dimensions of one question each, from 0 to 10; the first weighs three times as much. Of four pillars two have a question. */
const compiled = compile(
  definitionOf(
    [dimension("a", { weight: 3 }), dimension("b")],
    [scale("qa", "a", 0, 10, { pillars: ["people"] }), scale("qb", "b", 0, 10, { pillars: ["kpis"] })],
  ),
);
const given = (value: number | Answer) => (typeof value === "number" ? answered(value) : value);
const team = (...people: (readonly [number | Answer, number | Answer, boolean?])[]) =>
  teamResult({
    compiled,
    respondents: people.map(([a, b, publishedBefore = false]) => ({
      group: null,
      workFunction: null,
      answers: { qa: given(a), qb: given(b) },
      publishedBefore,
    })),
    seed: 1,
    now: new Date("2026-03-01T00:00:00Z"),
  });
const FIVE = [
  [7, 5],
  [7, 5],
  [7, 5],
  [7, 5],
  [8, 5],
] as const;

describe("what is shared of a team's result", () => {
  it("is the mean of every part and of every item, of the pillars those that have any", () => {
    // a: (4 * 70 + 80) / 5 = 72; overall: (3 * 72 + 50) / 4 = 66.5.
    expect(sharedOf(team(...FIVE))).toEqual({
      scores: { overall: 66.5, "dimension:a": 72, "dimension:b": 50, "pillar:people": 72, "pillar:kpis": 50 },
      items: { qa: 0.72, qb: 0.5 },
    });
  });

  it("is in millionths at the finest", () => {
    // a: (5 * 70 + 80) / 6 = 71.6666...; overall: (3 * 71.6666... + 50) / 4 = 66.25.
    expect(sharedOf(team(...FIVE, [7, 5]))).toMatchObject({ scores: { overall: 66.25, "dimension:a": 71.666667 }, items: { qa: 0.716667 } });
  });

  it("is nothing of fewer than five", () => {
    expect(sharedOf(team(...FIVE.slice(1)))).toBeNull();
  });

  it("is nothing when a dimension is withheld: too few have a score there, or nobody has", () => {
    expect(sharedOf(team(...FIVE.slice(1), [8, NOT_SURE]))).toBeNull();
    expect(sharedOf(team(...FIVE.map(([a]) => [a, NOT_APPLICABLE] as const)))).toBeNull();
  });

  it("is nothing when one who came later could be worked out", () => {
    expect(sharedOf(team(...FIVE.map(([a, b]) => [a, b, true] as const), [7, 5, false]))).toBeNull();
  });
});

it("comparable are the results of one version of an assessment", () => {
  expect(familyOf({ slug: "seven-ps", version: 2 })).toBe("seven-ps@2");
});
