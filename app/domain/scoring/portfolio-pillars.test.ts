import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAnswered, anyDefinition, anyValueOf } from "../../../tests/factories/arbitrary-definition.ts";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { oraclePillars } from "../../../tests/oracle/portfolio-oracle.ts";
import type { Answer, Answers } from "../assessment/answer.ts";
import type { Definition, Item } from "../assessment/definition.ts";
import { compile } from "./compile.ts";
import { type DatedAssessment, portfolioPillars } from "./portfolio-pillars.ts";
import { score } from "./score.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const answeredOn = (on: Date, definition: Definition, answers: Answers): DatedAssessment => ({
  compiled: compile(definition),
  answers,
  origins: Object.fromEntries(Object.keys(answers).map((id) => [id, { assessment: definition.slug, on }])),
});
const shared = (item: Item, name: string): Item => ({ ...item, shared: name });

const FIRST = definitionOf(
  [dimension("d")],
  [shared(single("owner", "d", [0, 0.5, 1], { weight: 2, pillars: ["people"] }), "owner"), single("own", "d", [0, 1], { pillars: ["people"] })],
  { slug: "first" },
);
const SECOND = definitionOf(
  [dimension("d")],
  [shared(single("who", "d", [0, 0.5, 1], { pillars: ["people", "process"] }), "owner"), scale("steps", "d", 1, 4, { weight: 3, pillars: ["people"] })],
  { slug: "second" },
);
const ofFirst: Answers = { owner: answered("o1"), own: answered("o1") };
const ofSecond: Answers = { who: answered("o2"), steps: answered(2) };
const pillar = (id: string, list: readonly DatedAssessment[]) => portfolioPillars(list).find((p) => p.id === id)!;

describe("the pillars of a portfolio", () => {
  it("add up the questions of all, a shared one once and with its latest answer", () => {
    const list = [answeredOn(day(1), FIRST, ofFirst), answeredOn(day(2), SECOND, ofSecond)];
    // own 1 × 1, who 1 × 1, steps 3 × 1/3: 3 of 5.
    expect(pillar("people", list)).toMatchObject({ score: 60, coverage: 1, published: true, questions: 3, countedOnce: 1 });
    expect(pillar("process", list)).toMatchObject({ score: 100, questions: 1, countedOnce: 0 });
    expect(pillar("content", list)).toMatchObject({ score: null, coverage: null, published: false, questions: 0, countedOnce: 0 });
  });

  it("take the weight and the pillars from where the latest answer stands", () => {
    const list = [answeredOn(day(3), FIRST, ofFirst), answeredOn(day(2), SECOND, ofSecond)];
    // owner 2 × 0.5, own 1 × 1, steps 3 × 1/3: 3 of 6.
    expect(pillar("people", list)).toMatchObject({ score: 50, questions: 3, countedOnce: 1 });
    expect(pillar("process", list)).toMatchObject({ score: null, reason: "nothing-applicable", questions: 0, countedOnce: 1 });
    expect(portfolioPillars(list.toReversed())).toEqual(portfolioPillars(list));
  });

  it("do not take a question that was left open for an answer, but “I don’t know” for one", () => {
    const given = answeredOn(day(1), FIRST, ofFirst);
    expect(pillar("people", [answeredOn(day(2), SECOND, { steps: answered(2) }), given])).toMatchObject({ score: 50, coverage: 1 });
    const blank = answeredOn(day(2), SECOND, { who: { state: "blank", comment: "later" }, steps: answered(2) });
    expect(pillar("people", [blank, given])).toMatchObject({ score: 50, coverage: 1 });
    // own 1 × 1, steps 3 × 1/3: 2 of 4, and 4 of 5 of the weight are answered.
    expect(pillar("people", [given, answeredOn(day(2), SECOND, { ...ofSecond, who: NOT_SURE })])).toMatchObject({ score: 50, coverage: 0.8 });
    expect(pillar("people", [given, answeredOn(day(2), SECOND, { ...ofSecond, who: NOT_APPLICABLE })])).toMatchObject({ score: 50, coverage: 1 });
  });

  it("know nothing of what was not answered anywhere", () => {
    const list = [answeredOn(day(1), FIRST, {}), answeredOn(day(2), SECOND, {})];
    // owner of the first counts (2), own 1, steps 3: nothing of 6.
    expect(pillar("people", list)).toMatchObject({ score: null, coverage: 0, reason: "not-enough-answers", questions: 3, countedOnce: 1 });
    expect(portfolioPillars([])).toHaveLength(5);
    expect(pillar("people", [])).toMatchObject({ score: null, coverage: null, published: false });
  });
});

/** Assessments that share some questions, each answered on a day of its own. */
const anyPortfolio: fc.Arbitrary<DatedAssessment[]> = anyDefinition.chain(({ items: models }) =>
  fc.array(fc.tuple(anyAnswered, fc.subarray(models), fc.nat(99)), { minLength: 1, maxLength: 4 }).chain((parts) =>
    fc.tuple(
      ...parts.map(([{ definition, answers }, own, on], turn) =>
        fc.tuple(...own.map((model) => anyAnswerTo(model))).map((given) => {
          const items = own.map((model) => ({ ...model, id: `shared-${model.id}`, dimension: definition.dimensions[0]!.id, shared: model.id }));
          const all = { ...answers, ...Object.fromEntries(items.map((item, i) => [item.id, given[i]!])) };
          return answeredOn(day(4 * on + turn), { ...definition, slug: `a${turn}`, items: [...definition.items, ...items] }, all);
        }),
      ),
    ),
  ),
);
const anyAnswerTo = (item: Item): fc.Arbitrary<Answer> =>
  fc.oneof(
    anyValueOf(item).map((value) => answered(value)),
    fc.constantFrom<Answer>(NOT_SURE, NOT_APPLICABLE, { state: "blank" }),
  );

describe("whatever is answered", () => {
  it("the pillars of one assessment are those of its score", () => {
    fc.assert(
      fc.property(anyPortfolio, ([one]) => {
        const figures = ({ id, score, coverage, published, reason }: ReturnType<typeof portfolioPillars>[number]) => ({
          id,
          score,
          coverage,
          published,
          reason,
        });
        const its = score(one!.compiled, one!.answers).pillars.map(({ id, score, coverage, published, reason }) => ({
          id,
          score,
          coverage,
          published,
          reason,
        }));
        expect(portfolioPillars([one!]).map(figures)).toEqual(its);
      }),
    );
  });

  it("the order in which they are listed does not matter", () => {
    fc.assert(
      fc.property(anyPortfolio, (list) => {
        const openEverywhere = (question: string) =>
          list.every(({ compiled, answers }) =>
            compiled.definition.items.every((item) => item.shared !== question || (answers[item.id] ?? { state: "blank" }).state === "blank"),
          );
        // One that nobody answered counts where it stands first; that may change what is applicable.
        fc.pre(list.every(({ compiled }) => compiled.definition.items.every(({ shared }) => shared === undefined || !openEverywhere(shared))));
        expect(portfolioPillars(list.toReversed())).toEqual(portfolioPillars(list));
      }),
    );
  });

  it("a second count, done another way, comes to the same", () => {
    fc.assert(
      fc.property(anyPortfolio, (list) => {
        const second = oraclePillars(list);
        portfolioPillars(list).forEach(({ score, coverage, questions, countedOnce }, i) => {
          const { score: itsScore, coverage: itsCoverage, ...counts } = second[i]!;
          expect({ id: counts.id, questions, countedOnce }).toEqual(counts);
          expect([score === null, coverage === null]).toEqual([itsScore === null, itsCoverage === null]);
          if (score !== null) expect(score).toBeCloseTo(itsScore!, 9);
          if (coverage !== null) expect(coverage).toBeCloseTo(itsCoverage!, 12);
        });
      }),
    );
  });
});
