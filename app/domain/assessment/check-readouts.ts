import { problemWithCondition } from "./check-condition.ts";
import { type ContentProblem, repeated } from "./content-problem.ts";
import type { Definition, Item, Readout } from "./definition.ts";
import { conditionsOfCase, itemsReadOut } from "./readout-items.ts";

/** Whether every readout reads items of this assessment, of the kind it can read, each once. Paths lead into the definition. */
export function checkReadouts(definition: Definition): ContentProblem[] {
  const ids = definition.readouts.map((readout) => readout.id);
  const inside = definition.readouts.flatMap((readout, i) =>
    checkReadout(definition, readout).map((problem) => ({ ...problem, path: ["readouts", i, ...problem.path] })),
  );
  return [...repeated(ids, "readout", (i) => ["readouts", i, "id"]), ...inside];
}

function checkReadout(definition: Definition, readout: Readout): ContentProblem[] {
  if (readout.kind === "verdict") return checkVerdict(definition, readout);
  const named = itemsReadOut(readout);
  const each = named.flatMap(({ id, path }): ContentProblem[] => {
    const item = definition.items.find((i) => i.id === id);
    if (!item) return [{ path, message: `there is no item "${id}"`, fix: "name an item of this assessment" }];
    const problem = problemWithItem(readout, item);
    return problem ? [{ path, ...problem }] : [];
  });
  const twice = repeated(
    named.map(({ id }) => id),
    "item",
    (i) => named[i]!.path,
  );
  return [...each, ...twice];
}

/** What keeps a readout from reading this item. */
function problemWithItem(readout: Readout, item: Item): Omit<ContentProblem, "path"> | null {
  const wrongKind = (kind: string) => ({ message: `a ${readout.kind} reads ${kind} items; "${item.id}" is ${item.kind}`, fix: `name a ${kind} item` });
  switch (readout.kind) {
    case "distance":
      return item.kind === "shift" ? null : wrongKind("shift");
    case "decay":
      if (item.kind !== "number") return wrongKind("number");
      if (item.unit !== "months") return { message: `a decay counts months; "${item.id}" counts ${item.unit}`, fix: "name an item with the unit months" };
      return item.min >= 0 ? null : { message: `a decay counts months from 0; "${item.id}" begins at ${item.min}`, fix: "give the item a min of 0 or more" };
    case "ranking":
      return { message: "a readout says nothing about a survey", fix: "make a reference set of it, under references/" };
    case "matrix":
      if (item.kind !== "single") return wrongKind("single");
      return item.options.length === readout.columns.length
        ? null
        : {
            message: `"${item.id}" has ${item.options.length} options for ${readout.columns.length} columns`,
            fix: "give it one option for each column, in their order",
          };
    default:
      return null;
  }
}

function checkVerdict(definition: Definition, verdict: Extract<Readout, { kind: "verdict" }>): ContentProblem[] {
  return verdict.cases.flatMap((one, i) => {
    const key = "anyOf" in one ? "anyOf" : "allOf";
    return conditionsOfCase(one).flatMap((condition, j): ContentProblem[] => {
      const problem = problemWithCondition(definition, condition);
      return problem ? [{ ...problem, path: ["cases", i, key, j, ...problem.path] }] : [];
    });
  });
}
