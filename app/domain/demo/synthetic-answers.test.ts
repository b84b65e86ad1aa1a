import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDefinition } from "../../../tests/factories/arbitrary-definition.ts";
import { checkAnswers } from "../assessment/answer.ts";
import { seededRandom } from "../scoring/seeded-random.ts";
import { syntheticAnswers } from "./synthetic-answers.ts";

describe("invented answers", () => {
  it("are answers that a person could give, to every item of every kind", () => {
    fc.assert(
      fc.property(anyDefinition, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (definition, strength, seed) => {
        const answers = syntheticAnswers(definition, strength, seededRandom(seed));
        expect(Object.keys(answers).sort()).toEqual(definition.items.map(({ id }) => id).sort());
        expect(checkAnswers(definition, answers)).toEqual([]);
      }),
    );
  });
});
