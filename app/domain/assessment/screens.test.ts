import { describe, expect, it } from "vitest";
import { definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { screensOf } from "./screens.ts";

/** A definition whose dimensions have these numbers of items. */
function withSizes(...sizes: number[]) {
  const dimensions = sizes.map((_, d) => dimension(`d${d}`));
  const items = sizes.flatMap((size, d) => Array.from({ length: size }, (_, n) => single(`d${d}-i${n}`, `d${d}`, [0, 1, 1])));
  return definitionOf(dimensions, items);
}

describe("screensOf", () => {
  it.each([
    { sizes: [3, 3, 3, 2, 3], screens: [6, 8] },
    { sizes: [2, 2, 1], screens: [5] },
    { sizes: [5, 5, 5, 5, 5, 5, 5], screens: [5, 5, 5, 5, 5, 5, 5] },
    { sizes: [3], screens: [3] },
    { sizes: [12], screens: [12] },
    { sizes: [4, 4, 4], screens: [8, 4] },
    { sizes: [10, 4], screens: [10, 4] },
    { sizes: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], screens: [6, 6] },
  ])("splits dimensions of $sizes into screens of $screens", ({ sizes, screens }) => {
    expect(screensOf(withSizes(...sizes)).map((ids) => ids.length)).toEqual(screens);
  });

  it("keeps every item once, in order", () => {
    const definition = withSizes(3, 3, 3, 2, 3);
    expect(screensOf(definition).flat()).toEqual(definition.items.map((i) => i.id));
  });
});
