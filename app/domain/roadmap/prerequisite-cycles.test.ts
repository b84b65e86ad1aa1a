import { expect, it } from "vitest";
import { prerequisiteCycles } from "./prerequisite-cycles.ts";

const cyclesIn = (requires: Record<string, string[]>) => prerequisiteCycles(Object.entries(requires).map(([id, list]) => ({ id, requires: list })));

it("finds none in a tree or a diamond", () => {
  expect(cyclesIn({ a: [], b: ["a"], c: ["a", "b"], d: ["b", "c", "gone"] })).toEqual([]);
});

it("finds a circle of any length, once, from the id that sorts first", () => {
  expect(cyclesIn({ a: ["a"] })).toEqual([["a"]]);
  expect(cyclesIn({ c: ["a"], b: ["c"], a: ["b"] })).toEqual([["a", "b", "c"]]);
  expect(cyclesIn({ a: ["z"], z: ["y"], y: ["m"], m: ["z"] })).toEqual([["m", "z", "y"]]);
});

it("finds several, in order, and takes none for another", () => {
  const two = [
    ["a", "bc"],
    ["ab", "c"],
  ];
  expect(cyclesIn({ a: ["bc"], bc: ["a"], ab: ["c"], c: ["ab", "a"] })).toEqual(two);
  expect(cyclesIn({ c: ["ab", "a"], ab: ["c"], bc: ["a"], a: ["bc"] })).toEqual(two);
});
