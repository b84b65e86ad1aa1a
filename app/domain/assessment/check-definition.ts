import { checkItem } from "./check-item.ts";
import { problemWithCondition } from "./check-condition.ts";
import { type ContentProblem, repeated } from "./content-problem.ts";
import { checkReadouts } from "./check-readouts.ts";
import type { Definition } from "./definition.ts";

/** Where the five levels begin (method, section 4). */
export const LEVEL_CUTS = [0, 20, 40, 60, 80] as const;

/**
 * Everything the shape of a definition cannot say: cuts, unique ids, reachable maxima, references, readings. Paths lead
 * into the definition. An empty list means that the definition can be scored and shown.
 */
export function checkDefinition(definition: Definition): ContentProblem[] {
  return [
    ...checkLevels(definition),
    ...checkDimensions(definition),
    ...checkItems(definition),
    ...checkReadings(definition),
    ...checkFlags(definition),
    ...checkReadouts(definition),
  ];
}

function checkLevels({ levels }: Definition): ContentProblem[] {
  const cuts = levels.flatMap((level, i): ContentProblem[] =>
    level.cut === LEVEL_CUTS[i] ? [] : [{ path: ["levels", i, "cut"], message: `level ${i + 1} begins at ${level.cut}`, fix: `write ${LEVEL_CUTS[i]}` }],
  );
  const ids = levels.map((level) => level.id);
  return [...cuts, ...repeated(ids, "level", (i) => ["levels", i, "id"])];
}

function checkDimensions({ dimensions, items }: Definition): ContentProblem[] {
  const empty = dimensions.flatMap((dimension, i): ContentProblem[] =>
    items.some((item) => item.dimension === dimension.id)
      ? []
      : [
          {
            path: ["dimensions", i],
            message: `dimension "${dimension.id}" has no items`,
            fix: `add questions/${dimension.id}.yaml or remove the dimension`,
          },
        ],
  );
  const ids = dimensions.map((dimension) => dimension.id);
  const carried = dimensions.flatMap(({ id, carriedBy }, i): ContentProblem[] => {
    if (carriedBy === undefined || ids.slice(0, i).includes(carriedBy)) return [];
    const message = `dimension "${id}" is carried by "${carriedBy}", which is no dimension before it`;
    return [{ path: ["dimensions", i, "carriedBy"], message, fix: "name a dimension that stands before it" }];
  });
  return [...empty, ...repeated(ids, "dimension", (i) => ["dimensions", i, "id"]), ...carried];
}

function checkItems({ dimensions, items }: Definition): ContentProblem[] {
  const strays = items.flatMap((item, i): ContentProblem[] =>
    dimensions.some((dimension) => dimension.id === item.dimension)
      ? []
      : [
          {
            path: ["items", i, "dimension"],
            message: `item "${item.id}" names the unknown dimension "${item.dimension}"`,
            fix: `use one of: ${dimensions.map((d) => d.id).join(", ")}`,
          },
        ],
  );
  const ids = items.map((item) => item.id);
  const inside = items.flatMap((item, i) => checkItem(item).map((problem) => ({ ...problem, path: ["items", i, ...problem.path] })));
  return [...strays, ...repeated(ids, "item", (i) => ["items", i, "id"]), ...inside];
}

function checkReadings({ dimensions, readings }: Definition): ContentProblem[] {
  const missing = dimensions
    .filter((dimension) => !Object.hasOwn(readings, dimension.id))
    .map((dimension) => ({
      path: ["readings"],
      message: `dimension "${dimension.id}" has no reading`,
      fix: "add its low, middle, high, strength and weakness",
    }));
  const strays = Object.keys(readings)
    .filter((id) => !dimensions.some((dimension) => dimension.id === id))
    .map((id) => ({
      path: ["readings", id],
      message: `there is a reading for the unknown dimension "${id}"`,
      fix: `use one of: ${dimensions.map((d) => d.id).join(", ")}`,
    }));
  return [...missing, ...strays];
}

function checkFlags(definition: Definition): ContentProblem[] {
  const ids = definition.flags.map((flag) => flag.id);
  const conditions = definition.flags.flatMap((flag, i) => {
    const key = "anyOf" in flag ? "anyOf" : "allOf";
    const list = "anyOf" in flag ? flag.anyOf : flag.allOf;
    return list.flatMap((condition, j): ContentProblem[] => {
      const problem = problemWithCondition(definition, condition);
      return problem ? [{ ...problem, path: ["flags", i, key, j, ...problem.path] }] : [];
    });
  });
  return [...repeated(ids, "flag", (i) => ["flags", i, "id"]), ...conditions];
}
