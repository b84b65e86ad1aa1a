import type { ContentProblem } from "./content-problem.ts";
import { type Condition, type Definition, optionsOf } from "./definition.ts";

/**
 * Says why a condition can never be decided on this assessment, or null. `atMost` and `atLeast` compare the values of
 * single items; `has` and `lacks` look for an option of a single or multi item. The path leads into the condition.
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
  const [verb, option] = verbOf(condition);
  const options = optionsOf(item);
  if (item.kind === "scale" || (item.kind !== "single" && (verb === "atMost" || verb === "atLeast"))) {
    return {
      path: [verb],
      message: `"${verb}" cannot be asked of the ${item.kind} item "${item.id}"`,
      fix: item.kind === "multi" ? "use has or lacks" : "name a single or multi item",
    };
  }
  if (options.some((o) => o.id === option)) return null;
  return {
    path: [verb],
    message: `item "${item.id}" has no option "${option}"`,
    fix: `use one of: ${options.map((o) => o.id).join(", ")}`,
  };
}

function verbOf(condition: Condition): ["atMost" | "atLeast" | "has" | "lacks", string] {
  if ("atMost" in condition) return ["atMost", condition.atMost];
  if ("atLeast" in condition) return ["atLeast", condition.atLeast];
  if ("has" in condition) return ["has", condition.has];
  return ["lacks", condition.lacks];
}
