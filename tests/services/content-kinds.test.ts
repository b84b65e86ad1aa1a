import { describe, expect, it } from "vitest";
import { newerKinds } from "../fixtures/newer-kinds.ts";
import { validContentTree, withContentTree } from "../factories/content-tree.ts";
import { all, type Case, DESK, EXAMPLE, problemsAfter, problemsIn, READINGS, replace, RULES, SHOP, START } from "../fixtures/content-mistakes.ts";

const raise = (item: string, to: string) => replace("initiatives/people/greet-first.yaml", "item: help, to: at-once", `item: ${item}, to: ${to}`);

it("content may use every kind", () => {
  expect(problemsAfter(newerKinds)).toEqual([]);
  for (const [item, to] of [
    ["offers", "2"],
    ["record-age", "3.5"],
    ["top-fields", "[case, need]"],
  ] as const) {
    expect(problemsAfter(all(newerKinds, raise(item, to)))).toEqual([]);
  }
});

const GREET = "initiatives/people/greet-first.yaml";
const CASES: Case[] = [
  [
    "a shift with two positions",
    replace(DESK, "Some answers beside offers, ", ""),
    [DESK, 37, "items[2].positions: Too small: expected array to have >=3 items"],
  ],
  [
    "a last position that gives itself away",
    replace(DESK, "Answers come first]", "Answers come first in every single letter]"),
    [DESK, 37, 'item "offers": the last position is the longest (41 characters, the others 27 at most)'],
  ],
  [
    "an unknown unit",
    replace(DESK, "unit: months", "unit: weeks"),
    [DESK, 46, 'items[3].unit: Invalid option: expected one of "percent"|"count"|"months"|"days"|"hours"|"minutes"|"ratio"|"score"'],
  ],
  ["a figure that is too fine", replace(DESK, "{at: 3, value: 1}", "{at: 3.0005, value: 1}"), [DESK, 49, "items[3].anchors[0].at: use at most three decimals"]],
  ["an anchor out of reach", replace(DESK, "max: 120", "max: 12"), [DESK, 49, 'item "record-age": no reading can reach the anchor at 24']],
  [
    "a ranking whose best cannot be reached",
    replace(DESK, "{id: case, label: The case, value: 1", "{id: case, label: The case, value: 0.9"),
    [DESK, 59, 'item "top-fields": 1 options have the value 1, and 2 are picked: 1 cannot be reached'],
  ],
  [
    "an example without a whole ranking",
    replace(EXAMPLE, "[need, case]", "[need]"),
    [EXAMPLE, 9, '"top-fields" takes a list of 2 option ids, the first place first'],
  ],
  ["an example's target for another kind", replace(EXAMPLE, "{value: 7.5,", "{value: 7.5, target: 3,"), [EXAMPLE, 8, '"record-age" takes no target']],
  [
    "an example off the positions",
    replace(EXAMPLE, "{value: 0, target: 2}", "{value: 0, target: 3}"),
    [EXAMPLE, 7, '"offers" takes as target a whole number from 0 to 2'],
  ],
  ["a promise of the first position", raise("offers", "0"), [GREET, 14, '"offers" cannot be raised to its lowest answer']],
  ["a promise of a reading worth nothing", raise("record-age", "24"), [GREET, 14, '"record-age" cannot be raised to its lowest answer']],
  ["a promise of the lowest ranking", raise("top-fields", "[name, case]"), [GREET, 14, '"top-fields" cannot be raised to its lowest answer']],
  ["a promise out of range", raise("record-age", "121"), [GREET, 14, '"record-age" takes a number from 0 to 120']],
  ["a distance between other things", replace(READINGS, "items: [offers]", "items: [help]"), [READINGS, 24, 'a distance reads shift items; "help" is single']],
  [
    "a verdict on nothing",
    replace(READINGS, "{item: offers, atLeast: 1}", "{item: offers, atLeast: 9}"),
    [READINGS, 31, '9 is nothing that item "offers" can say'],
  ],
  [
    "a rule that asks a number for an option",
    replace(RULES, "item: help, has: at-once", "item: record-age, has: at-once"),
    [RULES, 5, '"has" cannot be asked of the number item "record-age"'],
  ],
  [
    "a shared question twice in one assessment",
    all(replace(DESK, "  - id: offers\n", "  - id: offers\n    shared: x\n"), replace(DESK, "  - id: help\n", "  - id: help\n    shared: x\n")),
    [DESK, 29, 'the shared question "x" stands twice in shop'],
  ],
];

it("a dimension may be carried by one before it", () => {
  expect(problemsAfter(replace(SHOP, "weight: 2, critical: false}", "weight: 2, critical: false, carriedBy: door}"))).toEqual([]);
});

describe("the content check", () => {
  it.each(CASES)("finds %s", (_, edit, ...expected) => {
    expect(problemsAfter(all(newerKinds, edit))).toEqual(expected);
  });

  it("compares shared questions across assessments", () => {
    const tree = validContentTree();
    for (const [file, text] of Object.entries(tree)) {
      if (file.startsWith("assessments/shop/")) tree[file.replace("shop", "stall")] = text.replace("slug: shop", "slug: stall");
      if (file.startsWith("initiatives/"))
        tree[file] = text.replace(
          "chance:",
          "  - {assessment: stall, item: greeting, to: within-minute}\n  - {assessment: stall, item: help, to: at-once}\n" +
            "  - {assessment: stall, item: signs, to: [street]}\n  - {assessment: stall, item: wait, to: 3}\nchance:",
        );
    }
    replace(DESK, "  - id: help\n", "  - id: help\n    shared: help\n")(tree);
    replace(START, "points: {shop: 2}", "points: {shop: 2, stall: 1}")(tree);
    const stall = DESK.replace("shop", "stall");
    replace(stall, "  - id: help\n", "  - id: help\n    shared: help\n")(tree);
    const said = () => withContentTree(tree, (directory) => problemsIn(directory).map(({ file, line, message }) => [file, line, message]));
    expect(said()).toEqual([]);
    replace(stall, "When does somebody help?", "When is there help?")(tree);
    expect(said()).toEqual([[stall, 18, 'the shared question "help" has another text than "help" in shop']]);
  });
});
