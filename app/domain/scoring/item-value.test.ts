import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, scale, single } from "../../../tests/factories/definition.ts";
import type { Item } from "../assessment/definition.ts";
import { compile } from "./compile.ts";
import { itemValue } from "./item-value.ts";

function valueOf(item: Item, value: string | number | string[]): number {
  const compiled = compile(definitionOf([dimension("d")], [item]));
  return itemValue(compiled.items[0]!, value, compiled.unit) / compiled.unit;
}

describe("a single item", () => {
  it("has the value of the chosen option", () => {
    const item = single("i", "d", [0, 0.335, 1]);
    expect(["o0", "o1", "o2"].map((id) => valueOf(item, id))).toEqual([0, 0.335, 1]);
  });

  it("counts an option that does not exist as 0", () => {
    expect(valueOf(single("i", "d", [0, 0.5, 1]), "constructor")).toBe(0);
  });
});

describe("a multi item", () => {
  const item = multi("i", "d", [0.1, 0.2, 0.7], { marked: true });

  it("has the sum of what was chosen", () => {
    expect(valueOf(item, ["p0"])).toBe(0.1);
    expect(valueOf(item, ["p0", "p1"])).toBe(0.3); // exact, where 0.1 + 0.2 in doubles is not
    expect(valueOf(item, ["p0", "p1", "p2"])).toBe(1);
  });

  it("takes `all` as every practice, never more than 1", () => {
    expect(valueOf(item, ["all"])).toBe(1);
    expect(valueOf(item, ["all", "p2"])).toBe(1);
  });

  it("takes `none` as nothing, and what does not exist too", () => {
    expect(valueOf(item, ["none"])).toBe(0);
    expect(valueOf(item, ["p9", "p0"])).toBe(0.1);
  });
});

describe("a scale", () => {
  it("runs from 0 to 1", () => {
    expect([1, 2, 3, 4].map((raw) => valueOf(scale("i", "d", 1, 4), raw))).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect([-2, 0, 2].map((raw) => valueOf(scale("i", "d", -2, 2), raw))).toEqual([0, 0.5, 1]);
  });

  it("runs from 1 to 0 when reversed", () => {
    expect([1, 2, 3, 4].map((raw) => valueOf(scale("i", "d", 1, 4, { reverse: true }), raw))).toEqual([1, 2 / 3, 1 / 3, 0]);
  });
});

describe("compiling", () => {
  it("finds a unit in which every value is whole", () => {
    const items = [scale("a", "d", 0, 3), scale("b", "d", 0, 7), single("c", "d", [0, 0.001, 1])];
    const compiled = compile(definitionOf([dimension("d", { weight: 2.5 })], items));
    expect(compiled.unit).toBe(21_000);
    expect(compiled.items.map(({ step }) => step)).toEqual([7000, 3000, 0]);
    expect([...compiled.items[2]!.values]).toEqual([
      ["o0", 0],
      ["o1", 21],
      ["o2", 21_000],
    ]);
    expect([...compiled.items[0]!.values]).toEqual([]);
    expect(compiled.dimensionWeights).toEqual([2500]);
    expect(compiled.itemById.get("b")).toBe(compiled.items[1]);
  });

  it("refuses an item of an unknown dimension", () => {
    expect(() => compile(definitionOf([dimension("d")], [scale("a", "e", 0, 3)]))).toThrow(new RangeError("item a names an unknown dimension e"));
  });
});
