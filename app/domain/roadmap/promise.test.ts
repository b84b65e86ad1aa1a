import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { compile } from "../scoring/compile.ts";
import { practicesAmong, raisedValue } from "./promise.ts";

const compiled = compile(
  definitionOf(
    [dimension("d")],
    [
      single("ladder", "d", [0, 0.333, 0.667, 1]),
      multi("list", "d", [0.25, 0.25, 0.25, 0.5], { marked: true }),
      scale("scale", "d", 1, 5),
      scale("reversed", "d", 1, 5, { reverse: true }),
    ],
  ),
);
const raised = (id: string, today: string | number | string[], ...promised: (string | number | string[])[]) =>
  raisedValue(compiled.itemById.get(id)!, answered(today), promised, compiled.unit) / compiled.unit;

describe("raisedValue", () => {
  it("takes the better of today's option and the promised ones", () => {
    expect(raised("ladder", "o1", "o2")).toBe(0.667);
    expect(raised("ladder", "o1", "o2", "o3")).toBe(1);
    expect(raised("ladder", "o2", "o1")).toBe(0.667);
  });

  it("takes the better number of a scale, the lower one of a reversed scale", () => {
    expect(raised("scale", 2, 4)).toBe(0.75);
    expect(raised("scale", 4, 2)).toBe(0.75);
    expect(raised("reversed", 4, 2)).toBe(0.75);
    expect(raised("reversed", 2, 4)).toBe(0.75);
  });

  it("joins practices, counts each once and caps at 1", () => {
    expect(raised("list", ["p0"], ["p1"])).toBe(0.5);
    expect(raised("list", ["p0"], ["p0", "p1"], ["p1"])).toBe(0.5);
    expect(raised("list", ["p0", "p1"], ["p2", "p3"])).toBe(1);
    expect(raised("list", ["p0"], "p1")).toBe(0.5);
  });

  it("takes 'all' for every practice, and drops 'none' once a practice comes", () => {
    expect(raised("list", ["p0"], ["all"])).toBe(1);
    expect(raised("list", ["all"], ["p1"])).toBe(1);
    expect(raised("list", ["none"], ["p1"])).toBe(0.25);
    expect(raised("list", ["none"], ["none"])).toBe(0);
    expect(practicesAmong(compiled.itemById.get("list")!, ["all"])).toEqual(new Set(["p0", "p1", "p2", "p3"]));
    expect(practicesAmong(compiled.itemById.get("list")!, ["none", "p2"])).toEqual(new Set(["p2"]));
  });

  it("raises nothing by a promise that is not of this item", () => {
    expect(raised("ladder", "o1", "o9", 3, ["o3"])).toBe(0.333);
    expect(raised("list", ["p0"], ["p9"], 3)).toBe(0.25);
    expect(raised("scale", 2, 9, 3.5, "o1", 0)).toBe(0.25);
    expect(practicesAmong(compiled.itemById.get("scale")!, ["p0"])).toEqual(new Set());
  });
});

describe("a promise to the newer kinds", () => {
  const items = [
    shift("way", "d", 5),
    number("age", "d", [
      [0, 1],
      [10, 0],
    ]),
    ranking("order", "d", 2, [1, 1, 0, 0]),
  ];
  const newer = compile(definitionOf([dimension("d")], items));
  const raisedOf = (id: string, today: Parameters<typeof answered>, ...promised: (string | number | string[])[]) =>
    raisedValue(newer.itemById.get(id)!, answered(...today), promised, newer.unit) / newer.unit;

  it("raises a shift to what is promised, no further than what is wanted, never below today", () => {
    expect(raisedOf("way", [1], 3)).toBe(0.75);
    expect(raisedOf("way", [1, { target: 2 }], 3)).toBe(0.5);
    expect(raisedOf("way", [1, { target: 4 }], 3)).toBe(0.75);
    expect(raisedOf("way", [2, { target: 1 }], 4)).toBe(0.5);
    expect(raisedOf("way", [3], 1)).toBe(0.75);
    expect(raisedOf("way", [1], 5, 1.5, "o1", ["o1"])).toBe(0.25);
  });

  it("takes the better reading and the better ranking", () => {
    expect(raisedOf("age", [8], 4, 6)).toBe(0.6);
    expect(raisedOf("age", [4], 8)).toBe(0.6);
    expect(raisedOf("age", [4], 21, "x")).toBe(0.6);
    expect(raisedOf("order", [["r2", "r0"]], ["r0", "r2"])).toBe(2 / 3);
    expect(raisedOf("order", [["r0", "r1"]], ["r2", "r3"])).toBe(1);
    expect(raisedOf("order", [["r2", "r0"]], ["r0"], ["r0", "r0"])).toBe(1 / 3);
  });
});
