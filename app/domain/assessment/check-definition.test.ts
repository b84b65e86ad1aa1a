import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, scale, single } from "../../../tests/factories/definition.ts";
import { problemWithCondition } from "./check-condition.ts";
import { checkContradictions } from "./check-contradictions.ts";
import { checkDefinition } from "./check-definition.ts";
import type { Definition, Flag, Item } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";
import { checkExample, toExample } from "./example.ts";

/** An item whose labels are all of one length, so that only values matter. */
const even = (item: Item): Item => ("options" in item ? ({ ...item, options: item.options.map((o) => ({ ...o, label: "label" })) } as Item) : item);

const base = definitionOf(
  [dimension("d"), dimension("e")],
  [single("one", "d", [0, 0.5, 1]), multi("many", "d", [0.4, 0.6], { marked: true }), scale("step", "e", 0, 4)].map(even),
);
const problems = (change: Partial<Definition>) => checkDefinition({ ...base, ...change });
const withItem = (item: Item) => problems({ items: [...base.items, even(item)] });
const withOptions = (item: Item, change: (options: { label: string }[]) => unknown[]) =>
  problems({ items: [...base.items, { ...item, options: change("options" in item ? item.options : []) } as Item] });
const flag = (...anyOf: Condition[]): Flag => ({ id: "f", title: "F", text: "F.", anyOf });

describe("a definition", () => {
  it("can be without a problem", () => {
    expect(problems({})).toEqual([]);
  });

  it("has its cuts and level ids checked", () => {
    const levels = base.levels.map((level, i) => (i === 3 ? { ...level, cut: 61, id: "l1" } : level));
    expect(problems({ levels })).toEqual([
      { path: ["levels", 3, "cut"], message: "level 4 begins at 61", fix: "write 60" },
      { path: ["levels", 3, "id"], message: 'level "l1" stands twice', fix: "rename or remove the second one" },
    ]);
  });

  it("has its dimensions checked", () => {
    const { readings } = definitionOf([dimension("d"), dimension("e"), dimension("f")], []);
    expect(problems({ dimensions: [...base.dimensions, dimension("f"), dimension("d")], readings })).toEqual([
      { path: ["dimensions", 2], message: 'dimension "f" has no items', fix: "add questions/f.yaml or remove the dimension" },
      { path: ["dimensions", 3, "id"], message: 'dimension "d" stands twice', fix: "rename or remove the second one" },
    ]);
  });

  it("has the ids and dimensions of its items checked", () => {
    expect(withItem(scale("one", "x", 0, 3))).toEqual([
      { path: ["items", 3, "dimension"], message: 'item "one" names the unknown dimension "x"', fix: "use one of: d, e" },
      { path: ["items", 3, "id"], message: 'item "one" stands twice', fix: "rename or remove the second one" },
    ]);
  });

  it("has a reading for every dimension and for no other", () => {
    const { d, ...readings } = base.readings;
    expect(problems({ readings: { ...readings, x: d! } })).toEqual([
      { path: ["readings"], message: 'dimension "d" has no reading', fix: "add its low, middle, high, strength and weakness" },
      { path: ["readings", "x"], message: 'there is a reading for the unknown dimension "x"', fix: "use one of: d, e" },
    ]);
  });

  it("has flags that can be decided", () => {
    const all: Flag = {
      id: "f",
      title: "G",
      text: "G.",
      allOf: [
        { item: "one", has: "o1" },
        { item: "one", has: "o7" },
      ],
    };
    expect(problems({ flags: [flag({ item: "gone", has: "o0" }), all] })).toEqual([
      { path: ["flags", 1, "id"], message: 'flag "f" stands twice', fix: "rename or remove the second one" },
      { path: ["flags", 0, "anyOf", 0, "item"], message: 'there is no item "gone" in fixture', fix: "name an item of that assessment" },
      { path: ["flags", 1, "allOf", 1, "has"], message: 'item "one" has no option "o7"', fix: "use one of: o0, o1, o2" },
    ]);
  });

  it("has readouts of its own items, each named once", () => {
    const readouts: Definition["readouts"] = [
      { id: "r", kind: "mix", title: "R", text: "R.", items: ["one", "gone", "one"] },
      { id: "r", kind: "gap", title: "R", text: "R.", minuend: "away", subtrahend: "off" },
      { id: "s", kind: "gap", title: "S", text: "S.", minuend: "one", subtrahend: "one" },
    ];
    const unknown = (id: string, ...path: (string | number)[]) => ({
      path,
      message: `there is no item "${id}"`,
      fix: "name an item of this assessment",
    });
    expect(problems({ readouts })).toEqual([
      { path: ["readouts", 1, "id"], message: 'readout "r" stands twice', fix: "rename or remove the second one" },
      unknown("gone", "readouts", 0, "items", 1),
      { path: ["readouts", 0, "items", 2], message: 'item "one" stands twice', fix: "rename or remove the second one" },
      unknown("away", "readouts", 1, "minuend"),
      unknown("off", "readouts", 1, "subtrahend"),
      { path: ["readouts", 2, "subtrahend"], message: 'item "one" stands twice', fix: "rename or remove the second one" },
    ]);
  });
});

describe("an item", () => {
  it("names every pillar and audience once, whatever its kind", () => {
    const words = { pillars: ["kpis" as const, "kpis" as const], audience: ["manager" as const, "manager" as const] };
    const twice = [
      { path: ["items", 3, "pillars", 1], message: 'pillar "kpis" stands twice', fix: "rename or remove the second one" },
      { path: ["items", 3, "audience", 1], message: 'audience "manager" stands twice', fix: "rename or remove the second one" },
    ];
    expect(withItem(scale("new", "d", 0, 3, words))).toEqual(twice);
    expect(withItem(single("new", "d", [0, 1, 1], words))).toEqual(twice);
  });

  it("has every option once", () => {
    const item = single("new", "d", [0, 0.5, 1]);
    expect(withOptions(item, ([a, b, c]) => [a, b, { ...c, id: "o0", label: b!.label }])).toEqual([
      { path: ["items", 3, "options", 2, "id"], message: 'item "new": option "o0" stands twice', fix: "rename or remove the second one" },
    ]);
  });

  it("reaches 0 and 1 when single", () => {
    expect(withItem(single("new", "d", [0.2, 0.5, 0.9]))).toEqual([
      {
        path: ["items", 3, "options"],
        message: 'item "new": the highest value that can be reached is 0.9',
        fix: "give the best option the value 1",
      },
      {
        path: ["items", 3, "options"],
        message: 'item "new": the lowest value that can be reached is 0.2',
        fix: "give the worst option the value 0",
      },
    ]);
  });

  it("has options in order when single, equal ones side by side", () => {
    const turn = (option: number) => [
      {
        path: ["items", 3, "options", option],
        message: `item "new": option "o${option}" is out of order`,
        fix: "order the options by value, all rising or all falling",
      },
    ];
    const ordered = (...values: number[]) => withItem(single("new", "d", values));
    for (const values of [
      [0, 0.5, 0.5, 1],
      [1, 0.5, 0.5, 0],
      [0, 0, 1, 1],
      [1, 1, 0, 0],
    ])
      expect(ordered(...values)).toEqual([]);
    expect(ordered(0, 0.6, 0.5, 1)).toEqual(turn(2));
    expect(ordered(1, 0.5, 0.6, 0)).toEqual(turn(2));
    expect(ordered(0.5, 0, 1)).toEqual(turn(1));
    expect(ordered(0, 1, 0)).toEqual(turn(2));
    expect(ordered(1, 0, 1)).toEqual(turn(1));
  });

  it("does not give the best option away by its length when single", () => {
    const labelled = (...labels: string[]) => withOptions(single("new", "d", [0, 0.5, 1]), (options) => options.map((o, i) => ({ ...o, label: labels[i] })));
    for (const labels of [
      ["abc", "a", "abc"],
      ["a", "abc", "ab"],
      ["abc", "abc", "abc"],
    ])
      expect(labelled(...labels)).toEqual([]);
    expect(labelled("ab", "a", "abc")).toEqual([
      {
        path: ["items", 3, "options", 2, "label"],
        message: 'item "new": the best option is the longest (3 characters, the others 2 at most)',
        fix: "shorten it or say more in another option",
      },
    ]);
  });

  it("has practices that add up to 1 when multi, in decimals and not in doubles", () => {
    const sum = (...values: number[]) => withItem(multi("new", "d", values, { marked: true }));
    expect(sum(...Array<number>(10).fill(0.1))).toEqual([]);
    expect(sum(0.1, 0.2, 0.7)).toEqual([]);
    const problem = (total: number) => ({
      path: ["items", 3, "options"],
      message: `item "new": the values of its practices add up to ${total}`,
      fix: "make them add up to exactly 1",
    });
    expect(sum(0.333, 0.333, 0.333)).toEqual([problem(0.999)]);
    expect(sum(0.5, 0.501)).toEqual([problem(1.001)]);
  });

  it("marks one option at most as all, with 1, and as exclusive, with 0", () => {
    const marked = (...more: object[]) =>
      withOptions(multi("new", "d", [0.5, 0.5]), (options) => [...options, ...more.map((o, i) => ({ id: `m${i}`, label: "M", ...o }))]);
    const at = (option: number, key: string) => ["items", 3, "options", option, key];
    expect(marked({ value: 1, all: true }, { value: 0, exclusive: true })).toEqual([]);
    expect(marked({ value: 0.5, all: true }, { value: 0.5, exclusive: true })).toEqual([
      { path: at(2, "value"), message: 'item "new": "all of these" has the value 0.5', fix: "write 1" },
      { path: at(3, "value"), message: 'item "new": "none of these" has the value 0.5', fix: "write 0" },
    ]);
    expect(marked({ value: 1, all: true }, { value: 1, all: true }, { value: 0, exclusive: true }, { value: 0, exclusive: true })).toEqual([
      { path: at(3, "all"), message: 'item "new" has a second option marked all', fix: "keep one at most" },
      { path: at(5, "exclusive"), message: 'item "new" has a second option marked exclusive', fix: "keep one at most" },
    ]);
    expect(marked({ value: 1, all: true, exclusive: true })).toEqual([
      { path: ["items", 3, "options", 2], message: 'item "new": option "m0" is both all and exclusive', fix: "keep one of the two" },
    ]);
  });
});

describe("a condition", () => {
  const problem = (condition: Condition) => problemWithCondition(base, condition);

  it("can be decided of a single item in four ways, of a multi item in two", () => {
    for (const test of [{ atMost: "o1" }, { atLeast: "o1" }, { has: "o1" }, { lacks: "o1" }]) {
      expect(problem({ item: "one", ...test })).toBeNull();
    }
    for (const test of [{ has: "p1" }, { lacks: "none" }]) expect(problem({ item: "many", ...test })).toBeNull();
  });

  it("compares no multi item and asks nothing of a scale", () => {
    for (const verb of ["atMost", "atLeast"] as const) {
      expect(problem({ item: "many", [verb]: "p1" } as Condition)).toEqual({
        path: [verb],
        message: `"${verb}" cannot be asked of the multi item "many"`,
        fix: "use has or lacks",
      });
    }
    for (const verb of ["atMost", "atLeast", "has", "lacks"] as const) {
      expect(problem({ item: "step", [verb]: "p1" } as Condition)).toEqual({
        path: [verb],
        message: `"${verb}" cannot be asked of the scale item "step"`,
        fix: "name an item of another kind",
      });
    }
  });

  it("names an item and an option that exist", () => {
    expect(problem({ item: "gone", lacks: "o1" })).toMatchObject({ path: ["item"] });
    for (const verb of ["atMost", "atLeast", "has", "lacks"] as const) {
      expect(problem({ item: "one", [verb]: "p1" } as Condition)).toEqual({
        path: [verb],
        message: 'item "one" has no option "p1"',
        fix: "use one of: o0, o1, o2",
      });
    }
  });
});

describe("contradiction rules", () => {
  const rule = (id: string, assessment: string, option: string) => ({
    id,
    text: "Both.",
    allOf: [
      { assessment: "fixture", item: "one", has: "o1" },
      { assessment, item: "one", atMost: option },
    ],
  });

  it("have their ids and references checked", () => {
    const rules = [rule("a", "fixture", "o0"), rule("b", "gone", "o0"), rule("a", "fixture", "o9")];
    expect(checkContradictions(rules, new Map([["fixture", base]]))).toEqual([
      { path: [2, "id"], message: 'contradiction "a" stands twice', fix: "rename or remove the second one" },
      { path: [1, "allOf", 1, "assessment"], message: 'there is no assessment "gone"', fix: "name a folder of content/assessments" },
      { path: [2, "allOf", 1, "atMost"], message: 'item "one" has no option "o9"', fix: "use one of: o0, o1, o2" },
    ]);
  });

  it("are not judged by an assessment that cannot be read", () => {
    expect(checkContradictions([rule("a", "fixture", "o9")], new Map([["fixture", null]]))).toEqual([]);
  });
});

describe("an example", () => {
  it("turns what is written into answers", () => {
    const written = { one: "o1", many: ["p0", "p1"], step: 2, a: "not_sure" as const, b: "not_applicable" as const };
    expect(toExample({ title: "An invented firm", answers: written })).toEqual({
      title: "An invented firm",
      answers: { one: answered("o1"), many: answered(["p0", "p1"]), step: answered(2), a: { state: "not_sure" }, b: { state: "not_applicable" } },
    });
  });

  it("may say how sure its invented respondent was", () => {
    expect(toExample({ title: "X", answers: { many: { value: ["p0"], confidence: "guess" } } }).answers).toEqual({
      many: answered(["p0"], { confidence: "guess" }),
    });
  });

  it("answers every item, and nothing else", () => {
    const example = (answers: Parameters<typeof toExample>[0]["answers"]) => checkExample(base, toExample({ title: "X", answers }));
    expect(example({ one: "o1", many: "not_sure", step: "not_applicable" })).toEqual([]);
    expect(example({ one: ["o1"], gone: "o1", step: 1 })).toEqual([
      { path: ["answers", "one"], message: '"one" takes one option id', fix: "answer with what the item offers" },
      { path: ["answers", "gone"], message: 'there is no item "gone"', fix: "remove it or name an item" },
      { path: ["answers"], message: 'item "many" is not answered', fix: "choose an option, or write not_sure or not_applicable" },
    ]);
  });
});
