import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAnswered, anyValueOf } from "../../../tests/factories/arbitrary-definition.ts";
import { answered, NOT_APPLICABLE, single } from "../../../tests/factories/definition.ts";
import type { Answers } from "../assessment/answer.ts";
import type { Definition } from "../assessment/definition.ts";
import { compile } from "./compile.ts";
import { itemValue } from "./item-value.ts";
import { score } from "./score.ts";

const scoreOf = (definition: Definition, answers: Answers) => score(compile(definition), answers);

describe("whatever is asked and answered", () => {
  it("the order of the answers changes nothing", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(scoreOf(definition, turned)).toEqual(scoreOf(definition, answers));
      }),
    );
  });

  it("the order of the items changes no figure", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const figures = (d: Definition) => {
          const { overall, dimensions, pillars } = scoreOf(d, answers);
          return [overall, ...[...dimensions, ...pillars].map(({ id, score, coverage, reason }) => ({ id, score, coverage, reason }))];
        };
        expect(figures({ ...definition, items: [...definition.items].reverse() })).toEqual(figures(definition));
      }),
    );
  });

  it("every score lies within 0 and 100, every coverage within 0 and 1", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const { overall, dimensions, pillars } = scoreOf(definition, answers);
        for (const { score } of [overall, ...dimensions, ...pillars]) {
          if (score !== null) expect(score >= 0 && score <= 100).toBe(true);
        }
        for (const { coverage, score, published } of [...dimensions, ...pillars]) {
          if (coverage !== null) expect(coverage >= 0 && coverage <= 1).toBe(true);
          if (published) expect(score).not.toBeNull();
        }
      }),
    );
  });

  it("the contributions of a dimension's items add up to its score", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const { dimensions, trace } = scoreOf(definition, answers);
        for (const { id, score } of dimensions) {
          const own = trace.flatMap((line) => (line.dimension === id && line.contribution !== null ? [line.contribution] : []));
          if (score === null) expect(own).toEqual([]);
          else expect(own.reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 9);
        }
      }),
    );
  });

  it("a better answer lowers no score and no level", () => {
    const twoAnswers = anyAnswered.chain(({ definition, answers }) =>
      fc
        .constantFrom(...definition.items)
        .chain((item) => fc.tuple(fc.constant(item.id), anyValueOf(item), anyValueOf(item)))
        .map((change) => ({ definition, answers, change })),
    );
    fc.assert(
      fc.property(twoAnswers, ({ definition, answers, change: [id, one, other] }) => {
        const compiled = compile(definition);
        const item = compiled.itemById.get(id)!;
        const [worse, better] = [one, other].sort((a, b) => itemValue(item, a, compiled.unit) - itemValue(item, b, compiled.unit));
        const before = score(compiled, { ...answers, [id]: answered(worse!) });
        const after = score(compiled, { ...answers, [id]: answered(better!) });
        const figures = ({ overall, dimensions, pillars }: typeof before) =>
          [overall.score, overall.level, overall.gatedLevel, ...[...dimensions, ...pillars].map((part) => part.score)].map((x) => x ?? -1);
        figures(after).forEach((figure, i) => expect(figure).toBeGreaterThanOrEqual(figures(before)[i]!));
      }),
    );
  });

  it("an item that is not applicable leaves the figures of every part as they were", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const extra = single("extra", definition.dimensions[0]!.id, [0, 0.5, 1], { pillars: ["content", "kpis"] });
        const before = scoreOf(definition, answers);
        const after = scoreOf({ ...definition, items: [...definition.items, extra] }, { ...answers, extra: NOT_APPLICABLE });
        const figures = (s: typeof before) => [...s.dimensions, ...s.pillars].map(({ id, score, coverage }) => ({ id, score, coverage }));
        expect(figures(after)).toEqual(figures(before));
        // It can only take a dimension out of the whole, when too much of it is not applicable.
        if (after.overall.leftOut.length === before.overall.leftOut.length) expect(after.overall).toEqual(before.overall);
      }),
    );
  });

  it("answers under ids that no item has change nothing", () => {
    fc.assert(
      fc.property(anyAnswered, ({ definition, answers }) => {
        const strange = JSON.parse('{"__proto__":{"state":"answered","value":"o0"},"constructor":{"state":"not_applicable"}}') as Answers;
        for (const [id, answer] of Object.entries(answers)) strange[id] = answer;
        expect(scoreOf(definition, strange)).toEqual(scoreOf(definition, answers));
      }),
    );
  });
});
