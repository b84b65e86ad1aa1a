import fc from "fast-check";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import { type Definition, type Item, optionsOf } from "#app/domain/assessment/definition.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { answered, definitionOf, dimension, multi, number, ranking, scale, shift, single } from "./definition.ts";

const thousandths = (max: number) => fc.integer({ min: 1, max }).map((n) => n / 1000);
const weight = fc.oneof(fc.constant(1), thousandths(3000), thousandths(100_000));

const extras = fc.record({
  weight,
  pillars: fc.uniqueArray(fc.constantFrom(...PILLARS), { minLength: 1, maxLength: 2 }),
});

/** Values of a single item: 0 and 1 and something between, rising or falling. */
const ladder = fc.tuple(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 3 }), fc.boolean()).map(([middle, falling]) => {
  const values = [0, ...middle.sort((a, b) => a - b), 1000].map((n) => n / 1000);
  return falling ? values.reverse() : values;
});

/** Values of practices: whole thousandths that add up to 1. */
const shares = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 6 }).map((cuts) => {
  const edges = [0, ...cuts.sort((a, b) => a - b), 1000];
  return edges.slice(1).map((edge, i) => (edge - edges[i]!) / 1000);
});

/** Anchors of a number: readings that rise, values that rise or fall from one end to the other. */
const anchors = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([readings, middle, falling]) => {
    const values = [0, ...middle.slice(0, readings.length - 2).sort((a, b) => a - b), 1000].map((n) => n / 1000);
    if (falling) values.reverse();
    return readings.sort((a, b) => a - b).map((at, i): [number, number] => [at / 1000, values[i]!]);
  });

/** Values of a ranking: enough ones to fill every place, and something below. */
const choices = fc
  .integer({ min: 2, max: 5 })
  .chain((pick) =>
    fc
      .array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 7 })
      .chain((lower) =>
        fc
          .shuffledSubarray([...Array<number>(pick).fill(1), ...lower.map((n) => n / 1000)], { minLength: pick + lower.length })
          .map((values) => ({ pick, values })),
      ),
  );

function itemOf(id: string, dimensionId: string): fc.Arbitrary<Item> {
  return fc.oneof(
    fc.tuple(ladder, extras).map(([values, rest]) => single(id, dimensionId, values, rest)),
    fc.tuple(shares, extras, fc.boolean()).map(([values, rest, marked]) => multi(id, dimensionId, values, { ...rest, marked })),
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 10 }), extras, fc.boolean())
      .map(([min, span, rest, reverse]) => scale(id, dimensionId, min, min + span, { ...rest, ...(reverse && { reverse: true }) })),
    fc.tuple(fc.integer({ min: 3, max: 5 }), extras).map(([positions, rest]) => shift(id, dimensionId, positions, rest)),
    fc.tuple(anchors, extras).map(([points, rest]) => number(id, dimensionId, points, rest)),
    fc.tuple(choices, extras).map(([{ pick, values }, rest]) => ranking(id, dimensionId, pick, values, rest)),
  );
}

/** Any definition that the content check would pass as far as scoring is concerned. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .array(fc.record({ weight, critical: fc.boolean(), carrier: fc.option(fc.nat(5)), size: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 6 })
  .chain((parts) => {
    const dimensions = parts.map(({ weight, critical, carrier }, d) =>
      dimension(`d${d}`, { weight, critical, ...(carrier !== null && carrier < d ? { carriedBy: `d${carrier}` } : {}) }),
    );
    const items = parts.flatMap(({ size }, d) => Array.from({ length: size }, (_, i) => itemOf(`d${d}-i${i}`, `d${d}`)));
    return fc.tuple(...items).map((list) => definitionOf(dimensions, list));
  });

/** Any value that answers this item. */
export function anyValueOf(item: Item): fc.Arbitrary<string | number | string[]> {
  if (item.kind === "scale") return fc.integer({ min: item.min, max: item.max });
  if (item.kind === "shift") return fc.nat(item.positions.length - 1);
  if (item.kind === "number") return fc.integer({ min: item.min * 1000, max: item.max * 1000 }).map((n) => n / 1000);
  const ids = optionsOf(item).map((option) => option.id);
  if (item.kind === "single") return fc.constantFrom(...ids);
  if (item.kind === "ranking") return fc.shuffledSubarray(ids, { minLength: item.pick, maxLength: item.pick });
  const exclusive = optionsOf(item)
    .filter((option) => option.exclusive)
    .map((option) => [option.id]);
  const combined = fc.subarray(
    ids.filter((id) => id !== "none"),
    { minLength: 1 },
  );
  return exclusive.length === 0 ? combined : fc.oneof({ weight: 4, arbitrary: combined }, { weight: 1, arbitrary: fc.constantFrom(...exclusive) });
}

/** Where a shift may be wanted to stand; undefined for other kinds and where nothing is wanted. */
function anyTargetOf(item: Item): fc.Arbitrary<number | undefined> {
  return item.kind === "shift" ? fc.option(fc.nat(item.positions.length - 1), { nil: undefined }) : fc.constant(undefined);
}

function anyAnswerTo(item: Item): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 7, arbitrary: fc.tuple(anyValueOf(item), anyTargetOf(item)).map(([value, target]) => answered(value, target === undefined ? {} : { target })) },
    { weight: 2, arbitrary: fc.constantFrom<Answer>({ state: "not_applicable" }, { state: "not_sure" }, { state: "blank" }) },
  );
}

/** Any answers to a definition. */
export function anyAnswersTo(definition: Definition): fc.Arbitrary<Answers> {
  return fc.tuple(...definition.items.map(anyAnswerTo)).map((list) => Object.fromEntries(definition.items.map((item, i) => [item.id, list[i]!])));
}

/** Any definition with any answers to it. */
export const anyAnswered: fc.Arbitrary<{ definition: Definition; answers: Answers }> = anyDefinition.chain((definition) =>
  anyAnswersTo(definition).map((answers) => ({ definition, answers })),
);
