import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { compile } from "../scoring/compile.ts";
import { growingProjection, projectable, projection } from "./projection.ts";

const SHAPE = { initiatives: 8, quarters: 4, items: 18, share: 0.5 };

it("of a set that grows equals that of the whole set, over several assessments and in any order", () => {
  let moved = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(fc.nat(3 * SHAPE.initiatives - 1), { maxLength: 12 }),
      (seeds, order) => {
        const parts = seeds.map((seed, k) => {
          const { assessments, initiatives } = randomRequest({ ...SHAPE, allKinds: seed % 2 === 0, carried: seed % 3 === 0 }, seed);
          const slug = `invented-${k}`;
          const raising = initiatives.map((i) => ({ ...i, id: `${i.id}-${k}`, raises: i.raises.map((promise) => ({ ...promise, assessment: slug })) }));
          return { ...assessments[0]!, definition: { ...assessments[0]!.definition, slug }, raising };
        });
        const initiatives = parts.flatMap((part) => part.raising);
        const assessments = parts.map(({ definition, answers }) => projectable(compile(definition), answers, initiatives));
        const growing = growingProjection(assessments);
        expect(growing.today).toEqual(projection(assessments, new Set()));
        const finished = new Set<number>();
        for (const n of order) {
          const now = growing.with(n);
          expect(now).toEqual(projection(assessments, finished.add(n)));
          if (now.mean !== growing.today.mean) moved++;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(60);
});
