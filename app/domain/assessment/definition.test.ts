import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { shareSchema, slugSchema } from "./content-values.ts";
import { assessmentFileSchema, definitionSchema, optionsOf } from "./definition.ts";
import { itemSchema, questionFileSchema } from "./item-schemas.ts";
import { conditionSchema, readingsFileSchema } from "./reading-schemas.ts";

type Data = Record<string, unknown>;

/** Reads a copy of `value` with these keys replaced; a key given as undefined is taken away. */
const reads = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown, change: Data = {}) => {
  const changed = { ...(value as Data), ...change };
  for (const key of Object.keys(changed)) if (changed[key] === undefined) delete changed[key];
  return schema.safeParse(changed).success;
};

const text = (length: number) => "x".repeat(length);
const { items: _items, readings: _readings, flags: _flags, readouts: _readouts, ...file } = definitionOf([dimension("door")], []);

describe("ids", () => {
  it("are slugs of at most 64 characters", () => {
    for (const id of ["a", "a1", "first-contact", text(64), "constructor"]) expect(slugSchema.safeParse(id).success).toBe(true);
    for (const id of ["", "A", "1a", "-a", "a_b", "a b", "ä", " a", "a\n", "__proto__", text(65), 7]) {
      expect(slugSchema.safeParse(id).success).toBe(false);
    }
    expect(slugSchema.safeParse("A").error!.issues[0]!.message).toBe("use lower-case letters, digits and hyphens, beginning with a letter");
  });
});

describe("values", () => {
  it("lie within 0 and 1, with three decimals at most", () => {
    for (const value of [0, 1, 0.5, 0.001, 0.999, 0.335, 0.1 + 0.2]) expect(shareSchema.safeParse(value).success).toBe(true);
    for (const value of [-0.001, 1.001, 0.0005, 0.33333, NaN, Infinity, "0.5", null]) {
      expect(shareSchema.safeParse(value).success).toBe(false);
    }
    expect(shareSchema.safeParse(0.0001).error!.issues[0]!.message).toBe("use at most three decimals");
  });
});

describe("an assessment file", () => {
  const file_ = (change?: Data) => reads(assessmentFileSchema, file, change);

  it("is read", () => {
    expect(file_()).toBe(true);
  });

  it("misses nothing and has nothing else", () => {
    for (const key of Object.keys(file)) expect(file_({ [key]: undefined })).toBe(false);
    expect(file_({ extra: 1 })).toBe(false);
  });

  it.each([
    ["title", 70],
    ["shortTitle", 32],
    ["summary", 180],
    ["introduction", 1200],
  ])("has a %s of 1 to %i characters", (key, most) => {
    expect(file_({ [key]: text(most) })).toBe(true);
    expect(file_({ [key]: text(most + 1) })).toBe(false);
    for (const empty of ["", "  "]) expect(file_({ [key]: empty })).toBe(false);
    expect(assessmentFileSchema.parse({ ...file, [key]: "  x " })).toMatchObject({ [key]: "x" });
  });

  it("has a whole version from 1", () => {
    for (const version of [0, -1, 1.5]) expect(file_({ version })).toBe(false);
    expect(file_({ version: 7 })).toBe(true);
  });

  it("takes 1 to 10 whole minutes", () => {
    for (const minutes of [1, 10]) expect(file_({ minutes })).toBe(true);
    for (const minutes of [0, 11, 2.5]) expect(file_({ minutes })).toBe(false);
  });

  it("names an audience, and exactly three things one gets", () => {
    for (const audience of [["executive"], ["manager", "frontline"]]) expect(file_({ audience })).toBe(true);
    for (const audience of [[], ["everybody"]]) expect(file_({ audience })).toBe(false);
    for (const youGet of [
      ["a", "b"],
      ["a", "b", "c", "d"],
      ["a", "b", ""],
      ["a", "b", text(201)],
    ])
      expect(file_({ youGet })).toBe(false);
    expect(file_({ youGet: ["a", "b", text(200)] })).toBe(true);
  });

  it("names its source and the ends of its line, and nothing else", () => {
    const source = { after: "a", work: "b", claim: "c" };
    for (const key of Object.keys(source)) expect(file_({ source: { ...source, [key]: "" } })).toBe(false);
    expect(file_({ source: { ...source, page: "9" } })).toBe(false);
    for (const line of [{ from: "a", to: "" }, { from: "", to: "b" }, { from: "a" }, { from: "a", to: "b", via: "c" }]) {
      expect(file_({ line })).toBe(false);
    }
  });

  it("has five levels", () => {
    const [level] = file.levels;
    const with_ = (change: Data) => file_({ levels: [{ ...level, ...change }, ...file.levels.slice(1)] });
    expect(file_({ levels: file.levels.slice(1) })).toBe(false);
    expect(file_({ levels: [...file.levels, level] })).toBe(false);
    for (const cut of [-1, 100, 0.5]) expect(with_({ cut })).toBe(false);
    for (const cut of [0, 99]) expect(with_({ cut })).toBe(true);
    for (const change of [{ name: "" }, { paragraph: "" }, { id: "A" }, { extra: 1 }]) expect(with_(change)).toBe(false);
  });

  it("has 1 to 12 dimensions", () => {
    const many = (n: number) => file_({ dimensions: Array.from({ length: n }, (_, i) => dimension(`d${i}`)) });
    expect([many(0), many(1), many(12), many(13)]).toEqual([false, true, true, false]);
    const with_ = (change: Data) => file_({ dimensions: [{ ...dimension("d"), ...change }] });
    for (const weight of [0, -1, 100.001, 0.0001, NaN]) expect(with_({ weight })).toBe(false);
    for (const weight of [0.001, 1, 2.5, 100]) expect(with_({ weight })).toBe(true);
    for (const change of [{ critical: "yes" }, { title: text(41) }, { title: "" }, { summary: "" }, { extra: 1 }]) {
      expect(with_(change)).toBe(false);
    }
    expect(with_({ title: text(40) })).toBe(true);
  });
});

describe("an item", () => {
  const without = (item: object) => {
    const { dimension: _, ...rest } = item as Data;
    return rest;
  };
  const one = without(single("i", "d", [0, 0.5, 1]));
  const many = without(multi("i", "d", [0.5, 0.25, 0.25], { marked: true }));
  const step = without(scale("i", "d", 0, 4));

  const newer = [
    shift("i", "d", 3),
    number("i", "d", [
      [0, 0],
      [1, 1],
    ]),
    ranking("i", "d", 2, [1, 1, 0]),
  ].map(without);

  it("is of one of six kinds", () => {
    for (const item of [one, many, step, ...newer]) expect(reads(itemSchema, item)).toBe(true);
    expect(reads(itemSchema, one, { kind: "slider" })).toBe(false);
  });

  it("misses nothing and has nothing else", () => {
    for (const item of [one, many, step, ...newer]) {
      for (const key of Object.keys(item)) expect(reads(itemSchema, item, { [key]: undefined })).toBe(false);
      expect(reads(itemSchema, item, { extra: 1 })).toBe(false);
    }
  });

  it("has text of a length that fits a screen", () => {
    for (const item of [one, many, step, ...newer]) {
      for (const [key, most] of [
        ["text", 240],
        ["why", 1200],
        ["evidence", 1200],
      ] as const) {
        expect(reads(itemSchema, item, { [key]: text(most) })).toBe(true);
        expect(reads(itemSchema, item, { [key]: text(most + 1) })).toBe(false);
        expect(reads(itemSchema, item, { [key]: " " })).toBe(false);
      }
    }
  });

  it("has a weight, one or two pillars, an audience", () => {
    for (const weight of [0, -1, 100.001, 0.0001]) expect(reads(itemSchema, one, { weight })).toBe(false);
    for (const weight of [0.001, 100]) expect(reads(itemSchema, one, { weight })).toBe(true);
    for (const pillars of [[], ["people", "process", "content"], ["magic"]]) expect(reads(itemSchema, one, { pillars })).toBe(false);
    expect(reads(itemSchema, one, { pillars: ["technology", "kpis"] })).toBe(true);
    for (const audience of [[], ["customers"]]) expect(reads(itemSchema, one, { audience })).toBe(false);
  });

  it("has 3 to 5 options when single, 3 to 12 when multi", () => {
    const options = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `o${i}`, label: `${i}`, value: 0 }));
    expect([2, 3, 5, 6].map((n) => reads(itemSchema, one, { options: options(n) }))).toEqual([false, true, true, false]);
    expect([2, 3, 12, 13].map((n) => reads(itemSchema, many, { options: options(n) }))).toEqual([false, true, true, false]);
  });

  it("marks options as all or exclusive only when multi, and only with true", () => {
    const marked = (change: Data) => [
      { id: "a", label: "A", value: 1, ...change },
      { id: "b", label: "B", value: 0 },
      { id: "c", label: "C", value: 0 },
    ];
    for (const mark of [{ all: true }, { exclusive: true }]) {
      expect(reads(itemSchema, many, { options: marked(mark) })).toBe(true);
      expect(reads(itemSchema, one, { options: marked(mark) })).toBe(false);
    }
    for (const mark of [{ all: false }, { exclusive: false }, { other: true }, { label: "" }, { label: text(201) }, { value: 2 }]) {
      expect(reads(itemSchema, many, { options: marked(mark) })).toBe(false);
    }
    expect(reads(itemSchema, many, { options: marked({ label: text(200) }) })).toBe(true);
  });

  it("has a scale of 2 to 11 whole steps within -100 and 100", () => {
    const span = (min: number, max: number) => reads(itemSchema, step, { min, max });
    expect([span(0, 1), span(0, 10), span(-100, -95), span(95, 100)]).toEqual([true, true, true, true]);
    expect([span(0, 0), span(1, 0), span(0, 11), span(0, 1.5), span(0.5, 1), span(-101, -95), span(95, 101)]).toEqual(Array(7).fill(false));
    expect(itemSchema.safeParse({ ...step, max: 11 }).error!.issues[0]!.message).toBe("max must be 1 to 10 above min");
    expect(reads(itemSchema, step, { reverse: true })).toBe(true);
    for (const change of [{ reverse: false }, { minLabel: "" }, { maxLabel: "" }]) expect(reads(itemSchema, step, change)).toBe(false);
  });

  it("stands in a file with its dimension", () => {
    const questions = { dimension: "d", items: [one] };
    expect(reads(questionFileSchema, questions)).toBe(true);
    expect(reads(questionFileSchema, questions, { items: [] })).toBe(false);
    expect(reads(questionFileSchema, questions, { dimension: "D" })).toBe(false);
    expect(reads(questionFileSchema, questions, { extra: 1 })).toBe(false);
  });

  it("has options, unless it is a scale", () => {
    expect(optionsOf(single("i", "d", [0, 0.5, 1])).map(({ id }) => id)).toEqual(["o0", "o1", "o2"]);
    expect(optionsOf(scale("i", "d", 0, 3))).toEqual([]);
  });
});

describe("a condition", () => {
  it("makes one test of one item", () => {
    for (const test of ["atMost", "atLeast", "has", "lacks"]) {
      expect(reads(conditionSchema, { item: "a", [test]: "b" })).toBe(true);
      expect(reads(conditionSchema, { item: "a", [test]: "B" })).toBe(false);
      expect(reads(conditionSchema, { item: "A", [test]: "b" })).toBe(false);
      expect(reads(conditionSchema, { [test]: "b" })).toBe(false);
      expect(reads(conditionSchema, { item: "a", [test]: "b", more: "c" })).toBe(false);
    }
    expect(reads(conditionSchema, { item: "a" })).toBe(false);
    expect(reads(conditionSchema, { item: "a", has: "b", lacks: "c" })).toBe(false);
  });
});

describe("a readings file", () => {
  const reading = { low: "l", middle: "m", high: "h", strength: "s", weakness: "w" };
  const condition = { item: "a", has: "b" };
  const flag = { id: "f", title: "t", text: "x", anyOf: [condition] };
  const mix = { id: "r", kind: "mix", title: "t", text: "x", items: ["a", "b"] };
  const gap = { id: "r", kind: "gap", title: "t", text: "x", minuend: "a", subtrahend: "b" };
  const readings = { dimensions: { door: reading }, flags: [flag], readouts: [mix, gap] };
  const with_ = (change: Data) => reads(readingsFileSchema, readings, change);

  it("is read, with or without readouts", () => {
    expect(with_({})).toBe(true);
    expect(with_({ readouts: undefined, flags: [] })).toBe(true);
    for (const key of ["dimensions", "flags"]) expect(with_({ [key]: undefined })).toBe(false);
    expect(with_({ extra: 1 })).toBe(false);
  });

  it("says five things of a dimension", () => {
    for (const key of Object.keys(reading)) {
      expect(with_({ dimensions: { door: { ...reading, [key]: "" } } })).toBe(false);
      const { [key as "low"]: _, ...rest } = reading;
      expect(with_({ dimensions: { door: rest } })).toBe(false);
    }
    for (const key of ["strength", "weakness"]) {
      expect(with_({ dimensions: { door: { ...reading, [key]: text(110) } } })).toBe(true);
      expect(with_({ dimensions: { door: { ...reading, [key]: text(111) } } })).toBe(false);
    }
    expect(with_({ dimensions: { door: { ...reading, extra: "x" } } })).toBe(false);
    expect(with_({ dimensions: { Door: reading } })).toBe(false);
  });

  it("raises flags by a rule with one or more conditions", () => {
    const { anyOf: _, ...bare } = flag;
    expect(with_({ flags: [{ ...bare, allOf: [condition] }] })).toBe(true);
    for (const wrong of [bare, { ...bare, anyOf: [] }, { ...bare, allOf: [] }, { ...flag, allOf: [condition] }]) {
      expect(with_({ flags: [wrong] })).toBe(false);
    }
    for (const change of [{ title: "" }, { text: "" }, { id: "F" }, { extra: 1 }]) {
      expect(with_({ flags: [{ ...flag, ...change }] })).toBe(false);
      expect(with_({ flags: [{ ...bare, allOf: [condition], ...change }] })).toBe(false);
    }
  });

  it("compares items in a mix of two or more, or by a gap", () => {
    for (const change of [{ items: ["a"] }, { items: ["A", "b"] }, { title: "" }, { text: "" }, { id: "R" }, { extra: 1 }, { kind: "sum" }]) {
      expect(with_({ readouts: [{ ...mix, ...change }] })).toBe(false);
    }
    for (const change of [{ minuend: "A" }, { subtrahend: "" }, { title: "" }, { text: "" }, { id: "R" }, { extra: 1 }]) {
      expect(with_({ readouts: [{ ...gap, ...change }] })).toBe(false);
    }
  });
});

describe("a joined definition", () => {
  const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), multi("b", "d", [0.5, 0.25, 0.25]), scale("c", "d", 0, 4)]);

  it("is read as it was written", () => {
    expect(definitionSchema.parse(definition)).toEqual(definition);
  });

  it("misses nothing and has nothing else", () => {
    for (const key of Object.keys(definition)) expect(reads(definitionSchema, definition, { [key]: undefined })).toBe(false);
    expect(reads(definitionSchema, definition, { extra: 1 })).toBe(false);
    for (const item of definition.items) {
      expect(reads(definitionSchema, definition, { items: [{ ...item, dimension: "D" }] })).toBe(false);
      expect(reads(definitionSchema, definition, { items: [{ ...item, extra: 1 }] })).toBe(false);
    }
    expect(reads(definitionSchema, definition, { items: [{ ...definition.items[2], max: 0 }] })).toBe(false);
  });
});
