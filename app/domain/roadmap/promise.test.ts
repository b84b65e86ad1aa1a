import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, scale, single } from "../../../tests/factories/definition.ts";
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
