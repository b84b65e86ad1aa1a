import { type ContentProblem, repeated } from "./content-problem.ts";
import { checkNumber, checkRanking, checkShift } from "./check-measured-item.ts";
import { type Item, optionsOf } from "./definition.ts";
import type { ItemOption } from "./item-schemas.ts";

/**
 * Whether an item can be scored as the method says (section 2): its reachable maximum is exactly 1, its options are
 * in order, and the best answer does not give itself away by its length. Paths lead into the item.
 */
export function checkItem(item: Item): ContentProblem[] {
  const words = [...repeated(item.pillars, "pillar", (i) => ["pillars", i]), ...repeated(item.audience, "audience", (i) => ["audience", i])];
  const ids = optionsOf(item).map((option) => option.id);
  return [...words, ...repeated(ids, `item "${item.id}": option`, (i) => ["options", i, "id"]), ...checkKind(item)];
}

function checkKind(item: Item): ContentProblem[] {
  switch (item.kind) {
    case "single":
      return checkSingle(item.id, item.options);
    case "multi":
      return checkMulti(item.id, item.options);
    case "scale":
      return [];
    case "shift":
      return checkShift(item);
    case "number":
      return checkNumber(item);
    case "ranking":
      return checkRanking(item);
  }
}

function checkSingle(id: string, options: readonly ItemOption[]): ContentProblem[] {
  const values = options.map((option) => option.value);
  const problems: ContentProblem[] = [];
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  if (highest !== 1) {
    problems.push({
      path: ["options"],
      message: `item "${id}": the highest value that can be reached is ${highest}`,
      fix: "give the best option the value 1",
    });
  }
  if (lowest !== 0) {
    problems.push({
      path: ["options"],
      message: `item "${id}": the lowest value that can be reached is ${lowest}`,
      fix: "give the worst option the value 0",
    });
  }
  const turn = firstOutOfOrder(values);
  if (turn !== null) {
    problems.push({
      path: ["options", turn],
      message: `item "${id}": option "${options[turn]!.id}" is out of order`,
      fix: "order the options by value, all rising or all falling",
    });
  }
  return [...problems, ...bestIsLongest(id, options)];
}

/** Position of the first option whose value turns back, or null when the values only rise or only fall. */
function firstOutOfOrder(values: readonly number[]): number | null {
  const falling = values[0]! > values.at(-1)!;
  const before = values.slice(1).findIndex((value, i) => (falling ? value > values[i]! : value < values[i]!));
  return before === -1 ? null : before + 1;
}

/** Long answers look right; the best one must not be the longest (writing rules). */
function bestIsLongest(id: string, options: readonly ItemOption[]): ContentProblem[] {
  const longest = (chosen: readonly ItemOption[]) => Math.max(0, ...chosen.map((option) => option.label.length));
  const others = longest(options.filter((option) => option.value < 1));
  return options.flatMap((option, i): ContentProblem[] =>
    option.label.length > others
      ? [
          {
            path: ["options", i, "label"],
            message: `item "${id}": the best option is the longest (${option.label.length} characters, the others ${others} at most)`,
            fix: "shorten it or say more in another option",
          },
        ]
      : [],
  );
}

function checkMulti(id: string, options: readonly ItemOption[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const practices = options.filter((option) => !option.all && !option.exclusive);
  const sum = practices.reduce((total, option) => total + Math.round(option.value * 1000), 0) / 1000;
  if (sum !== 1) {
    problems.push({
      path: ["options"],
      message: `item "${id}": the values of its practices add up to ${sum}`,
      fix: "make them add up to exactly 1",
    });
  }
  options.forEach((option, i) => {
    const path = ["options", i, "value"];
    if (option.all && option.exclusive) {
      problems.push({
        path: ["options", i],
        message: `item "${id}": option "${option.id}" is both all and exclusive`,
        fix: "keep one of the two",
      });
    } else if (option.all && option.value !== 1) {
      problems.push({ path, message: `item "${id}": "all of these" has the value ${option.value}`, fix: "write 1" });
    } else if (option.exclusive && option.value !== 0) {
      problems.push({ path, message: `item "${id}": "none of these" has the value ${option.value}`, fix: "write 0" });
    }
  });
  return [...problems, ...moreThanOne(id, options, "all"), ...moreThanOne(id, options, "exclusive")];
}

function moreThanOne(id: string, options: readonly ItemOption[], mark: "all" | "exclusive"): ContentProblem[] {
  const marked = options.flatMap((option, i) => (option[mark] ? [i] : []));
  return marked.slice(1).map((i) => ({
    path: ["options", i, mark],
    message: `item "${id}" has a second option marked ${mark}`,
    fix: "keep one at most",
  }));
}
