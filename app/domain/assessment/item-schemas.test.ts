import { expect, it } from "vitest";
import { number, ranking, shift, single } from "../../../tests/factories/definition.ts";
import type { Item } from "./definition.ts";
import { itemSchema } from "./item-schemas.ts";

/** Reads an item as a question file has it, with these keys changed. */
function reads({ dimension: _, ...item }: Item, change: Record<string, unknown>): boolean {
  return itemSchema.safeParse({ ...item, ...change }).success;
}

const one = single("i", "d", [0, 0.5, 1]);
const way = shift("i", "d", 3);
const figure = number("i", "d", [
  [0, 0],
  [1, 1],
]);
const order = ranking("i", "d", 2, [1, 1, 0]);

it("an item keeps to the sizes of its kind", () => {
  const list = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);
  expect([2, 3, 5, 6].map((n) => reads(way, { positions: list(n) }))).toEqual([false, true, true, false]);
  const anchors = (n: number) => Array.from({ length: n }, (_, at) => ({ at, value: 0 }));
  expect([1, 2, 8, 9].map((n) => reads(figure, { anchors: anchors(n) }))).toEqual([false, true, true, false]);
  for (const max of [1e9 + 1, Infinity, NaN, 0.0005]) expect(reads(figure, { max })).toBe(false);
  for (const max of [1e9, -1e9, 999_999_999.999]) expect(reads(figure, { max })).toBe(true);
  const options = (n: number) => list(n).map((id) => ({ id, label: id, value: 1 }));
  expect([2, 3, 12, 13].map((n) => reads(order, { options: options(n) }))).toEqual([false, true, true, false]);
  expect([1, 2, 5, 6].map((pick) => reads(order, { pick }))).toEqual([false, true, true, false]);
  for (const item of [one, way, figure, order]) {
    expect(reads(item, { shared: "same-question" })).toBe(true);
    expect(reads(item, { shared: "Same question" })).toBe(false);
  }
});
