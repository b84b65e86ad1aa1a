import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { problemWithCondition } from "./check-condition.ts";
import { checkItem } from "./check-item.ts";
import { checkReadouts } from "./check-readouts.ts";
import { checkShared } from "./check-shared.ts";
import type { Definition, Item, Readout } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";

const said = (item: Item) => checkItem(item).map(({ path, message, fix }) => [path.join("."), message.replace(`item "${item.id}": `, ""), fix]);

describe("a shift", () => {
  const labelled = (...positions: string[]) => said({ ...shift("s", "d", 3), positions } as Item);

  it("has different positions, the last not the longest", () => {
    expect(labelled("ab", "cd", "ef")).toEqual([]);
    expect(labelled("abc", "a", "abd")).toEqual([]);
    expect(labelled("ab", "ab", "abc")).toEqual([
      ["positions.1", 'position "ab" stands twice', "rename or remove the second one"],
      ["positions.2", "the last position is the longest (3 characters, the others 2 at most)", "shorten it or say more in another position"],
    ]);
  });
});

describe("a number", () => {
  const with_ = (change: object) =>
    said({
      ...number("n", "d", [
        [0, 1],
        [5, 0.5],
        [10, 0],
      ]),
      ...change,
    } as Item);

  it("has anchors in order that reach 0 and 1, rising or falling, with level stretches", () => {
    expect(with_({})).toEqual([]);
    expect(
      said(
        number("n", "d", [
          [1, 0],
          [2, 0.5],
          [3, 0.5],
          [4, 1],
        ]),
      ),
    ).toEqual([]);
    const anchors = (...pairs: [number, number][]) => with_({ anchors: pairs.map(([at, value]) => ({ at, value })) });
    expect(anchors([1, 0], [1, 1])).toEqual([["anchors.1.at", "the anchor at 1 is not above the one before", "order the anchors by at, each once"]]);
    expect(anchors([1, 0], [2, 1], [3, 0.5])).toEqual([["anchors.2.value", "the value 0.5 turns back", "let the values only rise or only fall"]]);
    expect(anchors([1, 0.1], [2, 0.9])).toEqual([
      ["anchors", "no anchor has the value 0", "give the worst anchor the value 0"],
      ["anchors", "no anchor has the value 1", "give the best anchor the value 1"],
    ]);
  });

  it("has a range in which every anchor can be read", () => {
    expect(with_({ min: 0, max: 10 })).toEqual([]);
    expect(with_({ min: 1, max: 10 })).toEqual([["anchors.0.at", "no reading can reach the anchor at 0", "keep it from 1 to 10"]]);
    expect(
      with_({
        min: 10,
        max: 10,
        anchors: [
          { at: 10, value: 0 },
          { at: 10.5, value: 1 },
        ],
      }),
    ).toEqual([
      ["max", "max 10 is not above min 10", "give a range with more than one reading"],
      ["anchors.1.at", "no reading can reach the anchor at 10.5", "keep it from 10 to 10"],
    ]);
  });
});

describe("a ranking", () => {
  it("can reach 1, and not always does", () => {
    expect(said(ranking("r", "d", 2, [1, 1, 0]))).toEqual([]);
    expect(said(ranking("r", "d", 3, [1, 1, 0.9, 0]))).toEqual([
      ["options", "2 options have the value 1, and 3 are picked: 1 cannot be reached", "give at least 3 options the value 1"],
    ]);
    expect(said(ranking("r", "d", 2, [1, 1, 1]))).toEqual([
      ["options", "every option has the value 1, so the ranking says nothing", "give an option a lower value"],
    ]);
    expect(said(ranking("r", "d", 3, [1, 1, 1]))[0]).toEqual(["options", "3 options leave no choice when 3 are picked", "add an option or pick fewer"]);
  });

  it("names each option once, and no place of a survey, which a reference set says", () => {
    const item = ranking("r", "d", 2, [1, 1, 0]);
    expect(said({ ...item, options: item.options.map((o) => ({ ...o, id: o.id === "r1" ? "r0" : o.id })) })).toEqual([
      ["options.1.id", 'option "r0" stands twice', "rename or remove the second one"],
    ]);
    expect(said({ ...item, options: item.options.map((o, i) => (i === 1 ? { ...o, reference: 1 } : o)) })).toEqual([
      ["options.1.reference", "the places of a survey do not stand here", "make a reference set of it, under references/"],
    ]);
  });
});

const ITEMS: Item[] = [
  single("one", "d", [0, 0.5, 1]),
  multi("many", "d", [0.5, 0.5]),
  scale("step", "d", 0, 4),
  shift("way", "d", 4),
  number("days", "d", [
    [0, 1],
    [30, 0],
  ]),
  {
    ...number("age", "d", [
      [10, 1],
      [30, 0],
    ]),
    unit: "months",
  },
  {
    ...number("before", "d", [
      [0, 1],
      [30, 0],
    ]),
    unit: "months",
  },
  ranking("order", "d", 2, [1, 1, 0]),
];
const definition = definitionOf([dimension("d")], ITEMS);

describe("a condition on the newer kinds", () => {
  const problem = (condition: Condition) => problemWithCondition(definition, condition);

  it("compares a shift by position and a number by reading, and looks into a ranking", () => {
    for (const bound of [0, 3]) for (const verb of ["atMost", "atLeast"]) expect(problem({ item: "way", [verb]: bound } as Condition)).toBeNull();
    for (const bound of [-10, 2.5, 40]) expect(problem({ item: "days", atLeast: bound })).toBeNull();
    expect(problem({ item: "order", has: "r1" })).toBeNull();
    expect(problem({ item: "order", lacks: "r2" })).toBeNull();
  });

  it("says what to write instead", () => {
    const wrong = (condition: Condition) => [problem(condition)?.message, problem(condition)?.fix];
    expect(wrong({ item: "way", atMost: 4 })).toEqual(['4 is nothing that item "way" can say', "use a whole number from 0 to 3"]);
    expect(wrong({ item: "way", atMost: 1.5 })).toEqual(['1.5 is nothing that item "way" can say', "use a whole number from 0 to 3"]);
    expect(wrong({ item: "way", atMost: "o1" })).toEqual(['o1 is nothing that item "way" can say', "use a whole number from 0 to 3"]);
    expect(wrong({ item: "way", has: "o1" })).toEqual(['"has" cannot be asked of the shift item "way"', "use atMost or atLeast with a position"]);
    expect(wrong({ item: "days", atLeast: 41 })).toEqual([
      '41 is nothing that item "days" can say',
      "use a number from -10 to 40, with at most three decimals",
    ]);
    expect(wrong({ item: "days", lacks: "r1" })).toEqual(['"lacks" cannot be asked of the number item "days"', "use atMost or atLeast with a number"]);
    expect(wrong({ item: "order", atMost: "r1" })).toEqual(['"atMost" cannot be asked of the ranking item "order"', "use has or lacks"]);
    expect(wrong({ item: "order", has: "r9" })).toEqual(['item "order" has no option "r9"', "use one of: r0, r1, r2"]);
    expect(wrong({ item: "one", atMost: 1 })).toEqual(['1 is nothing that item "one" can say', "use one of: o0, o1, o2"]);
  });
});

describe("a readout", () => {
  const head = { id: "r", title: "R", text: "R." };
  const wrong = (readout: Readout, items: Item[] = ITEMS) =>
    checkReadouts({ ...definition, items, readouts: [readout] }).map(({ path, message, fix }) => [path.join("."), message, fix]);
  const columns = ["a", "b", "c"];

  it("reads items of its kind", () => {
    expect(wrong({ ...head, kind: "distance", items: ["way"] })).toEqual([]);
    expect(wrong({ ...head, kind: "decay", item: "age", monthlyPercent: 2.1 })).toEqual([]);
    expect(wrong({ ...head, kind: "matrix", columns, items: ["one"] })).toEqual([]);
    expect(wrong({ ...head, kind: "distance", items: ["one"] })).toEqual([
      ["readouts.0.items.0", 'a distance reads shift items; "one" is single', "name a shift item"],
    ]);
    expect(wrong({ ...head, kind: "decay", item: "one", monthlyPercent: 2 })[0]![1]).toBe('a decay reads number items; "one" is single');
    expect(wrong({ ...head, kind: "matrix", columns, items: ["many"] })[0]![1]).toBe('a matrix reads single items; "many" is multi');
    expect(wrong({ ...head, kind: "distance", items: ["gone"] })).toEqual([
      ["readouts.0.items.0", 'there is no item "gone"', "name an item of this assessment"],
    ]);
    expect(wrong({ ...head, kind: "matrix", columns, items: ["one", "one"] })).toEqual([
      ["readouts.0.items.1", 'item "one" stands twice', "rename or remove the second one"],
    ]);
  });

  it("asks of its items what it needs", () => {
    expect(wrong({ ...head, kind: "decay", item: "days", monthlyPercent: 2 })).toEqual([
      ["readouts.0.item", 'a decay counts months; "days" counts days', "name an item with the unit months"],
    ]);
    expect(wrong({ ...head, kind: "decay", item: "before", monthlyPercent: 2 })).toEqual([
      ["readouts.0.item", 'a decay counts months from 0; "before" begins at -10', "give the item a min of 0 or more"],
    ]);
    expect(wrong({ ...head, kind: "ranking", item: "order", source: "S" })).toEqual([
      ["readouts.0.item", "a readout says nothing about a survey", "make a reference set of it, under references/"],
    ]);
    expect(wrong({ ...head, kind: "matrix", columns, items: ["one"] }, [single("one", "d", [0, 0.5, 0.7, 1])])).toEqual([
      ["readouts.0.items.0", '"one" has 4 options for 3 columns', "give it one option for each column, in their order"],
    ]);
  });

  it("decides a verdict by conditions that can be decided", () => {
    const verdict = (condition: Condition): Readout => ({
      id: "v",
      kind: "verdict",
      title: "V",
      cases: [
        { title: "Fast", text: "Go.", allOf: [{ item: "way", atLeast: 3 }] },
        { title: "Slow", text: "Wait.", anyOf: [{ item: "one", atMost: "o0" }, condition] },
      ],
      otherwise: { title: "Pilot", text: "Try." },
    });
    expect(wrong(verdict({ item: "days", atLeast: 20 }))).toEqual([]);
    expect(wrong(verdict({ item: "gone", has: "o0" }))).toEqual([
      ["readouts.0.cases.1.anyOf.1.item", 'there is no item "gone" in fixture', "name an item of that assessment"],
    ]);
  });
});

describe("a shared question", () => {
  const of = (slug: string, ...items: Item[]): Definition => definitionOf([dimension("d")], items, { slug });
  const shared = (item: Item, change: object = {}): Item => ({ ...item, text: "The same?", shared: "same", ...change }) as Item;
  const wrong = (...definitions: Definition[]) => checkShared(definitions).map(({ slug, path, message, fix }) => [slug, path.join("."), message, fix]);
  const model = of("a", shared(single("x", "d", [0, 0.5, 1])));

  it("may stand in several assessments under any id, with other labels and weights", () => {
    const other = shared(single("y", "d", [0, 0.5, 1], { weight: 3 }), {
      options: [0, 0.5, 1].map((value, i) => ({ id: `o${i}`, label: `Other ${i}`, value })),
    });
    expect(wrong(model, of("b", single("z", "d", [0, 0.5, 1]), other))).toEqual([]);
  });

  it("asks the same in the same way", () => {
    const fix = "make both the same, or give it another shared";
    expect(wrong(model, of("b", shared(scale("y", "d", 0, 2))))).toEqual([
      ["b", "items.0.kind", 'the shared question "same" has another kind than "x" in a', fix],
    ]);
    expect(wrong(model, of("b", shared(single("y", "d", [0, 0.5, 1]), { text: "Another?" })))).toEqual([
      ["b", "items.0.text", 'the shared question "same" has another text than "x" in a', fix],
    ]);
    expect(wrong(model, of("b", shared(single("y", "d", [0, 0.6, 1]))))).toEqual([
      ["b", "items.0.options", 'the shared question "same" has another set of answers (options) than "x" in a', fix],
    ]);
  });

  it("names the same pillars, in whatever order", () => {
    const naming = (slug: string, ...pillars: Item["pillars"]) => of(slug, shared(single("x", "d", [0, 0.5, 1]), { pillars }));
    expect(wrong(naming("a", "people", "content"), naming("b", "content", "people"))).toEqual([]);
    for (const [one, other] of [
      [naming("a", "technology"), naming("b", "technology", "content")],
      [naming("a", "technology", "content"), naming("b", "technology")],
    ] as const)
      expect(wrong(one, other)).toEqual([
        ["b", "items.0.pillars", 'the shared question "same" has another list of pillars than "x" in a', "make both the same, or give it another shared"],
      ]);
  });

  it.each<[string, Item, object]>([
    ["positions", shift("x", "d", 3), { positions: ["a", "b", "c"] }],
    [
      "anchors",
      number("x", "d", [
        [0, 0],
        [1, 1],
      ]),
      {
        anchors: [
          { at: 0, value: 0 },
          { at: 2, value: 1 },
        ],
      },
    ],
    [
      "unit",
      number("x", "d", [
        [0, 0],
        [1, 1],
      ]),
      { unit: "hours" },
    ],
    ["pick", ranking("x", "d", 2, [1, 1, 1, 0]), { pick: 3 }],
    ["max", scale("x", "d", 0, 4), { max: 5 }],
    ["options", multi("x", "d", [0.5, 0.5], { marked: true }), { options: [] }],
  ])("has the same %s", (key, item, change) => {
    expect(wrong(of("a", shared(item)), of("b", shared(item)))).toEqual([]);
    expect(wrong(of("a", shared(item)), of("b", shared(item, change)))[0]!.slice(0, 2)).toEqual(["b", `items.0.${key}`]);
  });

  it("stands once in an assessment", () => {
    expect(wrong(of("a", shared(single("x", "d", [0, 0.5, 1])), shared(single("y", "d", [0, 0.5, 1]))))).toEqual([
      ["a", "items.1.shared", 'the shared question "same" stands twice in a', "keep one of the two"],
    ]);
  });
});
