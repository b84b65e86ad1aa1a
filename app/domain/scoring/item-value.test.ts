import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import type { Item } from "../assessment/definition.ts";
import { compile } from "./compile.ts";
import { itemValue } from "./item-value.ts";
import { numberValue } from "./number-value.ts";

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

describe("a shift", () => {
  it("has the place of today between its ends", () => {
    expect([0, 1, 2, 3].map((position) => valueOf(shift("i", "d", 4), position))).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect([0, 1, 2].map((position) => valueOf(shift("i", "d", 3), position))).toEqual([0, 0.5, 1]);
  });
});

describe("a number", () => {
  const fresh = number("i", "d", [
    [3, 1],
    [24, 0],
  ]);

  it("runs straight between anchors, stays beyond them, and is rounded to thousandths", () => {
    expect([-7, 3, 13.5, 24, 34].map((reading) => valueOf(fresh, reading))).toEqual([1, 1, 0.5, 0, 0]);
    // 1 - 4.5 / 21 = 0.78571...
    expect(valueOf(fresh, 7.5)).toBe(0.786);
    const kinked = number("i", "d", [
      [0, 0],
      [10, 0.2],
      [20, 0.2],
      [30, 1],
    ]);
    expect([5, 10, 15, 20, 25].map((reading) => valueOf(kinked, reading))).toEqual([0.1, 0.2, 0.2, 0.2, 0.6]);
  });

  it("rounds half a thousandth up, whichever way it runs", () => {
    expect(
      valueOf(
        number("i", "d", [
          [0, 0],
          [2000, 1],
        ]),
        1,
      ),
    ).toBe(0.001);
    expect(
      valueOf(
        number("i", "d", [
          [0, 0],
          [2000, 1],
        ]),
        0.999,
      ),
    ).toBe(0);
    expect(
      valueOf(
        number("i", "d", [
          [0, 1],
          [2000, 0],
        ]),
        1,
      ),
    ).toBe(1);
    expect(
      valueOf(
        number("i", "d", [
          [0, 1],
          [2000, 0],
        ]),
        1.001,
      ),
    ).toBe(0.999);
  });

  it("is exact at the largest figures", () => {
    const wide = number("i", "d", [
      [-1e9, 0],
      [1e9, 1],
    ]);
    expect(numberValue(wide, 0)).toBe(500);
    // 1/2000 of the way is half a thousandth; a thousandth of a unit less is below it.
    expect(numberValue(wide, -999_000_000)).toBe(1);
    expect(numberValue(wide, -999_000_000.001)).toBe(0);
  });
});

describe("a ranking", () => {
  it("weighs the first of three places three times, the second twice", () => {
    const item = ranking("i", "d", 3, [1, 0.5, 0.2, 1, 1]);
    expect(valueOf(item, ["r0", "r1", "r2"])).toBe(42 / 60); // 3 x 1 + 2 x 0.5 + 0.2
    expect(valueOf(item, ["r2", "r1", "r0"])).toBe(26 / 60); // 3 x 0.2 + 2 x 0.5 + 1
    expect(valueOf(item, ["r4", "r0", "r3"])).toBe(1);
  });

  it("is whole in the unit, whatever is picked beside it", () => {
    const items = [ranking("a", "d", 3, [1, 1, 1, 0.001]), shift("b", "d", 5), scale("c", "d", 0, 7)];
    const compiled = compile(definitionOf([dimension("d")], items));
    expect(compiled.unit).toBe(42_000); // 1000 x 6 for the places, 4 is in it, 7
    expect(compiled.items.map(({ step }) => step)).toEqual([0, 10_500, 6000]);
    expect([...compiled.items[0]!.values.values()]).toEqual([7000, 7000, 7000, 7]);
  });
});
