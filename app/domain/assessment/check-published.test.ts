import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { checkPublished, commonItems } from "./check-published.ts";
import type { Definition, Item } from "./definition.ts";
import { publishedFileSchema, recordOf } from "./published-record.ts";

const DIMENSIONS = [dimension("d", { weight: 2 }), dimension("e", { carriedBy: "d" })];
const ONE = single("one", "d", [0, 0.5, 1]);
const MANY = multi("many", "d", [0.4, 0.6], { marked: true });
const STEP = scale("step", "d", 1, 4);
const WAY = shift("way", "e", 4);
const DAYS = number("days", "e", [
  [2, 1],
  [10, 0],
]);
const BEST = ranking("best", "e", 2, [1, 1, 0]);
const ITEMS = [ONE, MANY, STEP, WAY, DAYS, BEST];
const published = recordOf(definitionOf(DIMENSIONS, ITEMS));

function problems(definition: Definition): string[] {
  return checkPublished(definition, published).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** The same definition with one item changed; `undefined` takes it out. */
function withItem(id: string, change: (item: Item) => Item | undefined): Definition {
  return definitionOf(
    DIMENSIONS,
    ITEMS.flatMap((item) => (item.id === id ? (change(item) ?? []) : [item])),
  );
}

const SINCE = "since version 1 was published";
const OTHER_SCORE = "the same answers would get another score";

describe("an assessment that says to be the version that was published", () => {
  it("may be the same", () => {
    expect(problems(definitionOf(DIMENSIONS, ITEMS))).toEqual([]);
  });

  it("may have other words, another order and other readings", () => {
    const worded = (item: Item): Item => ({ ...item, text: "Another text?", why: "Other.", pillars: ["people"], audience: ["executive"], shared: "name" });
    const labelled = ONE.kind === "single" ? { ...ONE, options: ONE.options.map((o) => ({ ...o, label: `Other ${o.id}` })).reverse() } : ONE;
    const moved = WAY.kind === "shift" ? { ...WAY, from: "Before", positions: WAY.positions.map((p) => `${p}, reworded`) } : WAY;
    const definition = definitionOf([...DIMENSIONS].map((d) => ({ ...d, title: "New" })).reverse(), [moved, labelled, BEST, DAYS, STEP, MANY].map(worded), {
      flags: [{ id: "f", title: "F", text: "F.", anyOf: [{ item: "one", atMost: "o0" }] }],
    });
    expect(problems({ ...definition, title: "Another", minutes: 3 })).toEqual([]);
  });

  it.each<[string, Definition, ...string[]]>([
    ["an item removed", withItem("step", () => undefined), `version: item "step" was removed ${SINCE}: earlier scores count it`],
    [
      "an item added",
      definitionOf(DIMENSIONS, [...ITEMS, single("new", "d", [0, 0, 1])]),
      `items.6: item "new" was added ${SINCE}: earlier respondents were never asked`,
    ],
    [
      "an item renamed",
      withItem("step", (item) => ({ ...item, id: "steps" })),
      `items.2: item "steps" was added ${SINCE}: earlier respondents were never asked`,
      `version: item "step" was removed ${SINCE}: earlier scores count it`,
    ],
    [
      "a kind",
      withItem("one", () => scale("one", "d", 0, 2)),
      `items.0.kind: the kind of item "one" has changed from single to scale ${SINCE}: answers of the one kind say nothing in the other`,
    ],
    [
      "a weight",
      withItem("one", (item) => ({ ...item, weight: 1.5 })),
      `items.0.weight: the weight of item "one" has changed from 1 to 1.5 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "a dimension",
      withItem("one", (item) => ({ ...item, dimension: "e" })),
      `items.0.dimension: the dimension of item "one" has changed from d to e ${SINCE}: it counts in another part of the score`,
    ],
    [
      "a value",
      withItem("one", () => single("one", "d", [0, 0.4, 1])),
      `items.0.options.1.value: the value of option "o1" of item "one" has changed from 0.5 to 0.4 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "an option added",
      withItem("one", () => single("one", "d", [0, 0.5, 1, 1])),
      `items.0.options.3: option "o3" of item "one" was added ${SINCE}: earlier respondents could not choose it`,
    ],
    [
      "an option removed",
      withItem("best", () => ranking("best", "e", 2, [1, 1])),
      `items.5.options: option "r2" of item "best" was removed ${SINCE}: answers that chose it have no match`,
    ],
    [
      "marks of a multi item",
      withItem("many", (item) => (item.kind === "multi" ? { ...item, options: item.options.map(({ all: _, ...o }) => o) } : item)),
      `items.1.options: "all of these" of item "many" has changed from "all" to nothing ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the other mark",
      withItem("many", (item) => (item.kind === "multi" ? { ...item, options: item.options.map(({ exclusive: _, ...o }) => o) } : item)),
      `items.1.options: "none of these" of item "many" has changed from "none" to nothing ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "how many places are picked",
      withItem("best", () => ranking("best", "e", 3, [1, 1, 0])),
      `items.5.pick: pick of item "best" has changed from 2 to 3 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the unit of a number",
      withItem("days", () => ({ ...DAYS, unit: "hours" })),
      `items.4.unit: the unit of item "days" has changed from days to hours ${SINCE}: the same figure means something else`,
    ],
    [
      "the anchors of a number",
      withItem("days", () => ({ ...DAYS, anchors: [{ at: 2, value: 1 }, { at: 12, value: 0 }] })), // prettier-ignore
      `items.4.anchors: the list of anchors of item "days" has changed from 2 = 1, 10 = 0 to 2 = 1, 12 = 0 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the range of a number",
      withItem("days", () => ({ ...DAYS, max: 90 })),
      `items.4.max: max of item "days" has changed from 20 to 90 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the ends of a scale",
      withItem("step", () => scale("step", "d", 0, 4)),
      `items.2.min: min of item "step" has changed from 1 to 0 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the direction of a scale",
      withItem("step", () => scale("step", "d", 1, 4, { reverse: true })),
      `items.2.reverse: reverse of item "step" has changed from false to true ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the number of positions",
      withItem("way", () => shift("way", "e", 5)),
      `items.3.positions: the number of positions of item "way" has changed from 4 to 5 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "the weight of a dimension",
      definitionOf([dimension("d", { weight: 1 }), DIMENSIONS[1]!], ITEMS),
      `dimensions.0.weight: the weight of dimension "d" has changed from 2 to 1 ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "which dimension is critical",
      definitionOf([dimension("d", { weight: 2, critical: true }), DIMENSIONS[1]!], ITEMS),
      `dimensions.0.critical: critical of dimension "d" has changed from false to true ${SINCE}: the same score would get another level`,
    ],
    [
      "what a dimension is carried by",
      definitionOf([DIMENSIONS[0]!, dimension("e")], ITEMS),
      `dimensions.1.carriedBy: carriedBy of dimension "e" has changed from "d" to nothing ${SINCE}: ${OTHER_SCORE}`,
    ],
    [
      "a dimension added",
      definitionOf([...DIMENSIONS, dimension("f")], ITEMS),
      `dimensions.2: dimension "f" was added ${SINCE}: earlier results have no score for it`,
    ],
    ["a dimension removed", definitionOf([DIMENSIONS[0]!], ITEMS), `dimensions: dimension "e" was removed ${SINCE}: earlier results count it`],
  ])("may not change %s", (_, definition, ...expected) => {
    expect(problems(definition)).toEqual(expected);
  });

  it("may not move the cut of a level", () => {
    const definition = definitionOf(DIMENSIONS, ITEMS);
    const levels = definition.levels.map((level, i) => (i === 2 ? { ...level, cut: 45 } : level));
    expect(problems({ ...definition, levels })).toEqual([`levels.2.cut: level 3 has moved from 40 to 45 ${SINCE}: the same score would get another level`]);
  });

  it("is told what to do, and how much stays comparable", () => {
    const [problem] = checkPublished(
      withItem("one", () => single("one", "d", [0, 0.4, 1])),
      published,
    );
    expect(problem!.fix).toBe("undo it, or write version: 2 and run npm run content:publish; of 6 published items 5 stay comparable");
  });
});

describe("another version", () => {
  it("may change everything when it is higher", () => {
    expect(problems({ ...definitionOf([dimension("x")], [single("y", "x", [0, 0.5, 1])]), version: 2 })).toEqual([]);
  });

  it("may not be lower", () => {
    const higher = { ...published, version: 4 };
    expect(checkPublished({ ...definitionOf(DIMENSIONS, ITEMS), version: 3 }, higher)).toEqual([
      {
        path: ["version"],
        message: "version 3 is lower than the published version 4",
        fix: "write version: 4, or 5 when the questions have changed",
      },
    ]);
  });
});

describe("common items", () => {
  it("ask the same, whatever they weigh and wherever they stand", () => {
    const later = recordOf(
      definitionOf(DIMENSIONS, [
        { ...ONE, weight: 3, dimension: "e" },
        single("many", "d", [0, 0.5, 1]),
        scale("step", "d", 1, 5),
        WAY,
        ranking("best", "e", 2, [1, 0.9, 0]),
        single("new", "d", [0, 0.5, 1]),
      ]),
    );
    expect(commonItems(published, later)).toEqual(["one", "way"]);
    expect(commonItems(later, published)).toEqual(["one", "way"]);
    expect(commonItems(published, published)).toHaveLength(6);
  });
});

describe("the record of a definition", () => {
  it("is what published.yaml may hold, word for word", () => {
    const file = { slug: "fixture", versions: [published, { ...published, version: 2 }] };
    expect(publishedFileSchema.parse(file)).toEqual(file);
    expect(published.items).toEqual([
      { id: "one", dimension: "d", kind: "single", weight: 1, options: { o0: 0, o1: 0.5, o2: 1 } },
      { id: "many", dimension: "d", kind: "multi", weight: 1, options: { p0: 0.4, p1: 0.6, all: 1, none: 0 }, all: "all", exclusive: "none" },
      { id: "step", dimension: "d", kind: "scale", weight: 1, min: 1, max: 4 },
      { id: "way", dimension: "e", kind: "shift", weight: 1, positions: 4 },
      { id: "days", dimension: "e", kind: "number", weight: 1, unit: "days", min: -8, max: 20, anchors: [[2, 1], [10, 0]] }, // prettier-ignore
      { id: "best", dimension: "e", kind: "ranking", weight: 1, pick: 2, options: { r0: 1, r1: 1, r2: 0 } },
    ]);
  });

  it("lists its versions in rising order", () => {
    for (const versions of [[], [published, published], [{ ...published, version: 2 }, published]]) {
      expect(publishedFileSchema.safeParse({ slug: "fixture", versions }).success).toBe(false);
    }
  });
});
