import { describe, expect, it } from "vitest";
import { add, all, type Case, type Edit, problemsAfter, remove, replace, SHOP, START } from "../fixtures/content-mistakes.ts";

/** A second assessment, the shop under another name, raised by the same initiatives; nothing in the starting questions speaks for it. */
const withStore: Edit = (tree) => {
  for (const [file, text] of Object.entries(tree)) {
    if (file.startsWith("assessments/shop/")) tree[file.replace("shop", "store")] = text.replace("slug: shop", "slug: store");
    if (file.startsWith("initiatives/"))
      tree[file] = text.replace(/(?: {2}- \{assessment: shop.*\n)+/, (raises) => raises + raises.replaceAll("shop", "store"));
  }
};

const SHAPES: Case[] = [
  ["a missing file", remove(START), [START, 1, "the file cannot be read"]],
  ["an unknown key", replace(START, "    text: Who are you?", "    text: Who are you?\n    hint: Say"), [START, 4, 'questions[0]: unknown key "hint"']],
  ["a question without a text", replace(START, "    text: Who are you?\n", ""), [START, 2, "questions[0].text: missing"]],
  ["a fourth question", add(START, "  - {id: more, text: More?, options: []}\n"), [START, 1, "questions: Too big: expected array to have exactly 3 items"]],
  [
    "too few answers",
    replace(START, "      - {id: peace, label: Peace, because: you lack peace, points: {shop: 1}}\n", ""),
    [START, 16, "questions[1].options: Too small: expected array to have >=3 items"],
  ],
  ["an answer without a reason", replace(START, "        because: you keep the shop\n", ""), [START, 5, "questions[0].options[0].because: missing"]],
  [
    "half a point",
    replace(START, "points: {shop: 2}", "points: {shop: 0.5}"),
    [START, 17, "questions[1].options[0].points.shop: Invalid input: expected int, received number"],
  ],
  [
    "six points",
    replace(START, "points: {shop: 2}", "points: {shop: 6}"),
    [START, 17, "questions[1].options[0].points.shop: Too big: expected number to be <=5"],
  ],
  ["no time at all", replace(START, "minutes: 2}", "minutes: 0}"), [START, 23, "questions[2].options[0].minutes: Too small: expected number to be >=1"]],
  [
    "an unknown role",
    replace(START, "audience: manager", "audience: keeper"),
    [START, 8, 'questions[0].options[0].audience: Invalid option: expected one of "executive"|"manager"|"frontline"'],
  ],
  [
    "an answer that says nothing about any assessment",
    replace(START, "because: you have two minutes, minutes: 2", "because: you have two minutes"),
    [START, 23, "questions[2].options[0]: an answer needs points, minutes or an audience"],
  ],
];

const REFERENCES: Case[] = [
  ["a question id twice", replace(START, "  - id: what", "  - id: who"), [START, 14, 'question "who" stands twice']],
  ["an answer id twice in a question", replace(START, "id: peace", "id: visitors"), [START, 19, 'answer "visitors" stands twice']],
  [
    "an unknown assessment, and nothing of what follows from it",
    replace(START, "points: {shop: 2}", "points: {mall: 2}"),
    [START, 17, 'there is no assessment "mall"'],
  ],
];

const CONCERNS = ["visitors", "time-of-day", "peace"];
const TIMES = ["two-minutes", "five-minutes", "ten-minutes"];
const deadEnd = (who: string, what: string, time: string): [string, number, string] => [
  START,
  23 + TIMES.indexOf(time),
  `"${who}", "${what}", "${time}" together lead to no assessment`,
];

const WAYS: Case[] = [
  [
    "a time in which nothing can be taken",
    replace(START, "minutes: 2}", "minutes: 1}"),
    ...["keeper", "helper", "guest"].flatMap((who) => CONCERNS.map((what) => deadEnd(who, what, "two-minutes"))),
  ],
  [
    "a role that nothing is made for",
    replace(SHOP, "audience: [manager, frontline]", "audience: [manager]"),
    ...TIMES.flatMap((time) => CONCERNS.map((what) => deadEnd("helper", what, time))),
  ],
  [
    "answers that together speak for nothing",
    replace(START, "because: you lack peace, points: {shop: 1}", "because: you lack peace, minutes: 9"),
    ...TIMES.flatMap((time) => ["keeper", "helper"].map((who) => deadEnd(who, "peace", time))),
  ],
  ["an assessment that no answers lead to", withStore, [START, 1, 'no answers lead to the assessment "store"']],
];

describe.each([
  ["the shape of the starting questions", SHAPES],
  ["what the starting questions name", REFERENCES],
  ["where the starting questions lead", WAYS],
])("%s", (_, cases) => {
  it.each(cases)("the content check names %s", (_what, edit, ...expected) => {
    expect(problemsAfter(edit)).toEqual(expected);
  });
});

it("the content check accepts an assessment that is offered as an alternative only", () => {
  expect(problemsAfter(all(withStore, replace(START, "points: {shop: 2}", "points: {shop: 2, store: 1}")))).toEqual([]);
});
