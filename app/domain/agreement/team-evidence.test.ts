import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, scale } from "../../../tests/factories/definition.ts";
import type { Answer } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { shownFigures } from "./older-figures.ts";
import type { TeamRespondent } from "./team-input.ts";
import { teamResult } from "./team-result.ts";

/** Two dimensions of one question each, from 0 to 10: an answer of 7 is 70 points. The first weighs three times as much. */
const compiled = compile(definitionOf([dimension("a", { weight: 3 }), dimension("b")], [scale("qa", "a", 0, 10), scale("qb", "b", 0, 10)]));
const person = (a: Answer, b = 5): TeamRespondent => ({ group: null, workFunction: null, answers: { qa: a, qb: answered(b) } });
const people = (...scores: number[]) => scores.map((score) => person(answered(score)));
const team = (respondents: readonly TeamRespondent[]) => teamResult({ compiled, respondents, seed: 1, now: new Date("2026-03-01T10:00:00Z") });

describe("evidence in an anonymous team", () => {
  const evidence = { link: "https://example.org/record" };
  const proved = (count: number, a: number, b: number) => Array.from({ length: count }, () => person(answered(a, { evidence }), b));
  const shown = (respondents: readonly TeamRespondent[]) => {
    const { overall, items } = team(respondents);
    return [overall.evidenced, ...items.map(({ evidenced }) => evidenced)];
  };

  it("of one is not counted, and not in the score", () => {
    expect(shown([...proved(1, 8, 0), ...people(4, 4, 4, 4, 4, 4)])).toEqual([null, null, null]);
    expect(shown([...proved(6, 8, 0), ...people(4)])).toEqual([null, null, null]);
  });

  it("of five among ten is: the others count nothing", () => {
    // 80 points in a, three quarters of the whole, of half of them.
    expect(shown([...proved(5, 8, 0), ...people(4, 4, 4, 4, 4)])).toEqual([30, 5, null]);
    // Of those who gave none one does not know: five gave it, four answered without.
    expect(shown([...proved(5, 8, 0), ...people(4, 4, 4, 4), person(NOT_SURE)])).toEqual([null, null, null]);
  });

  it("of those who came since is not told by the difference", () => {
    const first = [...proved(5, 8, 0), ...people(4, 4, 4, 4, 4)].map((one) => ({ ...one, publishedBefore: true }));
    expect(shown([...first, ...proved(1, 2, 2), ...people(1, 1, 1, 1, 1)])).toEqual([null, null, null]);
    expect(shown([...first, ...people(1, 1, 1, 1, 1)])).toEqual([20, 5, null]);
  });

  it("is left out of what the first method stored, however many gave any", () => {
    const stored = team([...proved(5, 8, 0), ...people(4, 4, 4, 4, 4)]);
    const old = shownFigures({ ...stored, method: "1" }, { isAnonymous: true });
    expect([old.overall.evidenced, ...old.items.map(({ evidenced }) => evidenced)]).toEqual([null, null, null]);
    expect({ ...old, method: stored.method, overall: stored.overall, items: stored.items }).toEqual(stored);
    expect(shownFigures(stored, { isAnonymous: true })).toEqual(stored);
    expect(shownFigures({ ...stored, method: "1" }, { isAnonymous: false }).overall).toEqual(stored.overall);
  });
});
