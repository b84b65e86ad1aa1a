import { hasThreeDecimals } from "./content-values.ts";
import type { ContentProblem } from "./content-problem.ts";
import { type Definition, type Item, optionsOf } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";

/**
 * Says why a condition can never be decided on this assessment, or null. `atMost` and `atLeast` compare the values of
 * single items (by an option), today's position of a shift and the reading of a number (by a number); `has` and `lacks`
 * look for an option of a single, multi or ranking item. The path leads into the condition.
 */
export function problemWithCondition(definition: Definition, condition: Condition): ContentProblem | null {
  const item = definition.items.find((i) => i.id === condition.item);
  if (!item) {
    return {
      path: ["item"],
      message: `there is no item "${condition.item}" in ${definition.slug}`,
      fix: "name an item of that assessment",
    };
  }
  const [verb, bound] = verbOf(condition);
  const compares = verb === "atMost" || verb === "atLeast";
  if (!(compares ? COMPARED : LOOKED_INTO).includes(item.kind)) {
    return {
      path: [verb],
      message: `"${verb}" cannot be asked of the ${item.kind} item "${item.id}"`,
      fix: FIXES[item.kind],
    };
  }
  const fix = problemWithBound(item, bound);
  if (fix === null) return null;
  const message =
    typeof bound === "number" || optionsOf(item).length === 0
      ? `${bound} is nothing that item "${item.id}" can say`
      : `item "${item.id}" has no option "${bound}"`;
  return { path: [verb], message, fix };
}

const COMPARED: Item["kind"][] = ["single", "shift", "number"];
const LOOKED_INTO: Item["kind"][] = ["single", "multi", "ranking"];
const FIXES: Record<Item["kind"], string> = {
  single: "use atMost, atLeast, has or lacks",
  multi: "use has or lacks",
  ranking: "use has or lacks",
  shift: "use atMost or atLeast with a position",
  number: "use atMost or atLeast with a number",
  scale: "name an item of another kind",
};

/** What to write instead when the item can never say this, or null. */
function problemWithBound(item: Item, bound: string | number): string | null {
  if (item.kind === "shift") {
    const last = item.positions.length - 1;
    return typeof bound === "number" && Number.isInteger(bound) && bound >= 0 && bound <= last ? null : `use a whole number from 0 to ${last}`;
  }
  if (item.kind === "number") {
    const isReading = typeof bound === "number" && hasThreeDecimals(bound) && bound >= item.min && bound <= item.max;
    return isReading ? null : `use a number from ${item.min} to ${item.max}, with at most three decimals`;
  }
  const ids = optionsOf(item).map((option) => option.id);
  return ids.some((id) => id === bound) ? null : `use one of: ${ids.join(", ")}`;
}

function verbOf(condition: Condition): ["atMost" | "atLeast" | "has" | "lacks", string | number] {
  if ("atMost" in condition) return ["atMost", condition.atMost];
  if ("atLeast" in condition) return ["atLeast", condition.atLeast];
  if ("has" in condition) return ["has", condition.has];
  return ["lacks", condition.lacks];
}
