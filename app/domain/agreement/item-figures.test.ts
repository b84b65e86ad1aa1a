import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answered,
  definitionOf,
  dimension,
  multi,
  NOT_APPLICABLE,
  NOT_SURE,
  number,
  ranking,
  scale,
  shift,
  single,
} from "../../../tests/factories/definition.ts";
import type { Answer } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import { toNumber } from "../scoring/exact.ts";
import { readAnswers } from "../scoring/tally.ts";
import { agreementBand } from "./agreement-band.ts";
import { dimensionAgreement } from "./dimension-agreement.ts";
import { expectedVariance } from "./expected-variance.ts";
import { itemFigures, withheldBecause } from "./item-figures.ts";
import { addAnswers, emptyTally } from "./item-tally.ts";
import { peopleIn } from "./populations.ts";

const figuresOf = (item: Item, answers: readonly Answer[], added = 0, isNamed = false) => {
  const compiled = compile(definitionOf([dimension("d")], [item]));
  const tally = emptyTally();
  answers.forEach((answer, i) =>
    addAnswers([tally], readAnswers(compiled, { [item.id]: answer }), { today: "2026-03-01", isByLink: false, isNew: i >= answers.length - added }),
  );
  return itemFigures(compiled.items[0]!, tally, compiled.unit, isNamed);
};
const chosen = (...values: (string | number | string[])[]) => values.map((value) => answered(value));
const fivePoints = scale("q", "d", 1, 5);

describe("agreement on an item", () => {
  it("is held against (A^2 - 1)/12: 2.00, 4.00, 6.67 and 10.00 for 5, 7, 9 and 11 options (LeBreton & Senter 2008, table 2)", () => {
    const table = [
      [5, 2],
      [7, 4],
      [9, 6.67],
      [11, 10],
    ] as const;
    for (const [options, variance] of table) {
      const { reference, top, bottom } = expectedVariance(scale("q", "d", 1, options));
      expect(reference).toBe("even_options");
      expect((top / bottom) * (options - 1) ** 2).toBeCloseTo(variance, 2);
    }
  });

  it("is held against the declared values of options that are not evenly spaced, and against any value for other kinds", () => {
    // 0, 0.2 and 1: mean 0.4, mean of squares 1.04/3, variance 0.56/3.
    const uneven = expectedVariance(single("q", "d", [0, 0.2, 1]));
    expect(uneven.reference).toBe("declared_values");
    expect(uneven.top / uneven.bottom).toBeCloseTo(0.56 / 3, 12);
    const falling = expectedVariance(single("q", "d", [1, 0.75, 0.5, 0.25, 0]));
    expect(falling.reference).toBe("even_options");
    expect(falling.top / falling.bottom).toBeCloseTo(2 / 16, 12);
    const positions = expectedVariance(shift("q", "d", 4));
    expect([positions.reference, positions.top / positions.bottom]).toEqual(["even_options", 15 / 12 / 9]);
    for (const item of [
      multi("q", "d", [0.5, 0.5]),
      number("q", "d", [
        [0, 0],
        [9, 1],
      ]),
      ranking("q", "d", 2, [1, 1, 0]),
    ]) {
      expect(expectedVariance(item)).toEqual({ reference: "continuous", top: 1, bottom: 12 });
    }
  });

  it("of 4, 4, 4, 5 and 5 on five points is 1 - 0.3/2 = 0.85, strong", () => {
    const { shown, disagreement, spread } = figuresOf(fivePoints, chosen(4, 4, 5, 4, 5));
    expect(shown).toMatchObject({ mean: 0.85, band: "strong", reference: "even_options", agreementReason: null, withheld: null });
    expect(shown.agreement).toBeCloseTo(0.85, 12);
    expect(shown.variance).toBeCloseTo(0.3 / 16, 12);
    expect(toNumber(disagreement!)).toBeCloseTo(0.15, 12);
    expect(spread).toBe(250);
    expect(shown.distribution).toEqual(["1", "2", "3", "4", "5"].map((option) => ({ option, count: { "4": 3, "5": 2 }[option] ?? 0 })));
  });

  it("is 1 when all agree, and 0 when answers are spread evenly or further", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 30 }), (value, n) => {
        const { shown, spread } = figuresOf(fivePoints, chosen(...Array<number>(n).fill(value)));
        expect([shown.agreement, shown.band, shown.variance, spread]).toEqual([1, "very_strong", 0, 0]);
      }),
    );
    expect(figuresOf(fivePoints, chosen(1, 2, 3, 4, 5)).shown).toMatchObject({ agreement: 0, band: "low", mean: 0.5 });
    expect(figuresOf(fivePoints, chosen(1, 1, 1, 5, 5, 5)).shown.agreement).toBe(0);
  });

  it("is not said of four raters, nor anything else they said", () => {
    const { shown, disagreement, spread } = figuresOf(fivePoints, [...chosen(4, 4, 4, 4), NOT_SURE, NOT_APPLICABLE]);
    expect(shown).toEqual({
      id: "q",
      dimension: "d",
      states: { answered: 4, not_applicable: 1, not_sure: 1, blank: 0 },
      evidenced: null,
      withheld: "too_few",
      distribution: null,
      mean: null,
      variance: null,
      agreement: null,
      band: null,
      reference: "even_options",
      agreementReason: "too_few_raters",
    });
    expect([disagreement, spread]).toEqual([null, 0]);
    expect(figuresOf(fivePoints, [NOT_SURE]).shown.withheld).toBe("no_scores");
  });

  it("is not said where fewer than five came after an earlier publication", () => {
    const answers = chosen(4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    expect(figuresOf(fivePoints, answers, 4).shown).toMatchObject({ withheld: "too_few_new", agreement: null, agreementReason: null });
    expect(figuresOf(fivePoints, answers, 5).shown).toMatchObject({ withheld: null, agreement: 1 });
    // Five are enough raters: it is the four new ones that are too few.
    expect(figuresOf(fivePoints, answers.slice(5), 4).shown).toMatchObject({ withheld: "too_few_new", agreementReason: null });
  });

  it("takes the smallest value that a quarter, and three quarters, reach for the quartiles", () => {
    const spreadOf = (...values: number[]) => figuresOf(fivePoints, chosen(...values)).spread / 250;
    // Of eight the second and the sixth, of nine the third and the seventh.
    expect(spreadOf(1, 2, 2, 2, 3, 4, 5, 5)).toBe(2);
    expect(spreadOf(1, 1, 2, 2, 2, 3, 4, 5, 5)).toBe(2);
    expect(spreadOf(5, 4, 3, 2, 1)).toBe(2);
  });

  it("counts options of a single and a multi, positions of a shift and places of a ranking, and no readings", () => {
    const counts = (item: Item, answers: Answer[]) => figuresOf(item, answers).shown.distribution?.map(({ option, count }) => `${option}:${count}`) ?? null;
    expect(counts(single("q", "d", [0, 0.5, 1]), chosen("o0", "o2", "o2", "o2", "o2"))).toEqual(["o0:1", "o1:0", "o2:4"]);
    expect(counts(multi("q", "d", [0.5, 0.5]), chosen(["p0"], ["p0", "p1"], ["p1"], ["p0"], ["p0"]))).toEqual(["p0:4", "p1:2"]);
    expect(counts(shift("q", "d", 3), chosen(0, 1, 1, 1, 1))).toEqual(["0:1", "1:4", "2:0"]);
    expect(counts(ranking("q", "d", 2, [1, 1, 0]), chosen(["r0", "r1"], ["r0", "r1"], ["r0", "r1"], ["r0", "r1"], ["r2", "r0"]))).toEqual([
      "r0:5",
      "r1:4",
      "r2:1",
    ]);
    expect(
      counts(
        number("q", "d", [
          [0, 0],
          [9, 1],
        ]),
        chosen(1, 2, 3, 4, 5),
      ),
    ).toBeNull();
  });

  it("counts the evidence that has not expired", () => {
    const link = "https://example.org/record";
    const answers = [{ link }, { link, expires: "2026-03-01" }, { link, expires: "2026-02-28" }, undefined, undefined].map((evidence) =>
      answered(3, { evidence }),
    );
    const said = [...answers, { ...NOT_SURE, evidence: { link } }];
    expect(figuresOf(fivePoints, said, 0, true).shown.evidenced).toBe(2);
    // Where it is not said whose each is, two are too few.
    expect(figuresOf(fivePoints, said).shown.evidenced).toBeNull();
  });
});

describe("agreement on a dimension", () => {
  const ratios = [0.1, 0.3, 0.5].map((ratio) => ({ n: ratio * 10, d: 10 }));

  it("is 1 less the mean of the items' shares of chance", () => {
    const { agreement, ...rest } = dimensionAgreement(ratios);
    expect(agreement).toBeCloseTo(0.7, 12);
    expect(rest).toEqual({ band: "moderate", agreementItems: 3 });
  });

  it("leaves out items without an index, and is null without any", () => {
    expect(dimensionAgreement([null, ratios[2]!])).toEqual({ agreement: 0.5, band: "low", agreementItems: 1 });
    expect(dimensionAgreement([null])).toEqual({ agreement: null, band: null, agreementItems: 0 });
  });

  it("goes below 0 where people differ more than by chance", () => {
    expect(dimensionAgreement([{ n: 3, d: 2 }])).toEqual({ agreement: -0.5, band: "low", agreementItems: 1 });
  });
});

it("the words for agreement change just above .50, .70 and .90", () => {
  expect([-1, 0.5, 0.501, 0.7, 0.701, 0.9, 0.901, 1].map(agreementBand)).toEqual([
    "low",
    "low",
    "moderate",
    "moderate",
    "strong",
    "strong",
    "very_strong",
    "very_strong",
  ]);
});

const arrived = (asked: number, byLink: number, newAsked = 0, newByLink = 0) => {
  const many = (count: number, isByLink: boolean, added: number) => Array.from({ length: count }, (_, i) => ({ isByLink, isNew: i < added }));
  return peopleIn([...many(asked, false, newAsked), ...many(byLink, true, newByLink)]);
};

it("a figure of the whole is withheld where one to four were asked by name beside others, or came by the link", () => {
  expect([1, 4, 5].map((asked) => withheldBecause(arrived(asked, 9)))).toEqual(["too_few_asked", "too_few_asked", null]);
  expect([1, 4, 5].map((byLink) => withheldBecause(arrived(9, byLink)))).toEqual(["too_few_by_link", "too_few_by_link", null]);
  expect([arrived(3, 1), arrived(0, 4), arrived(0, 5)].map(withheldBecause)).toEqual(["too_few", "too_few", null]);
  // Five were added, but one of them in a way of their own.
  expect([arrived(9, 9, 4, 1), arrived(9, 9, 5, 1), arrived(9, 9, 5, 0), arrived(9, 9, 5, 5)].map(withheldBecause)).toEqual([
    ...["too_few_new", "too_few_new"],
    ...[null, null],
  ]);
});

it("a figure of the whole is withheld below five people, and below five new ones", () => {
  const cases = [
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 0],
    [5, 5],
    [9, 1],
    [9, 4],
    [9, 5],
  ] as const;
  expect(cases.map(([n, added]) => withheldBecause(arrived(n, 0, added)))).toEqual([
    "no_scores",
    "too_few",
    "too_few",
    null,
    null,
    "too_few_new",
    "too_few_new",
    null,
  ]);
});
