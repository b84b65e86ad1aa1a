import type { Definition } from "./definition.ts";

const MOST = 10;
const LEAST = 5;

/** Definitions never change, and every page of questions asks. */
const known = new WeakMap<Definition, string[][]>();

/**
 * Splits the questions into screens of 5 to 10 along the borders of dimensions: as many screens as that allows (short
 * ones are easier on a phone), and among those the most even. A dimension of more than 10 items has a screen of its own. Where
 * it cannot be done (fewer than 5 questions in all, say) the limit below gives way first.
 * @returns lists of item ids, in order
 */
export function screensOf(definition: Definition): string[][] {
  const screens = known.get(definition) ?? split(definition);
  known.set(definition, screens);
  return screens;
}

function split(definition: Definition): string[][] {
  const groups = definition.dimensions.map((d) => definition.items.filter((i) => i.dimension === d.id).map((i) => i.id));
  return best(groups).map((screen) => screen.flat());
}

function best(groups: readonly string[][]): string[][][] {
  const splits = groups.length === 0 ? [[]] : splitsOf(groups);
  return splits.reduce((a, b) => (cost(b) < cost(a) ? b : a));
}

/** Every way to cut a row of at most twelve dimensions into runs. */
function splitsOf(groups: readonly string[][]): string[][][][] {
  const [first, ...rest] = groups;
  if (!first) return [[]];
  if (rest.length === 0) return [[[first]]];
  return splitsOf(rest).flatMap((others) => {
    const [head, ...tail] = others;
    return [
      [[first], ...others],
      [[first, ...head!], ...tail],
    ];
  });
}

function cost(screens: readonly string[][][]): number {
  const sizes = screens.map((screen) => screen.flat().length);
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  const tooLong = sizes.filter((s, i) => s > MOST && screens[i]!.length > 1).length;
  const tooShort = sizes.filter((s) => s < LEAST).length;
  const uneven = sizes.reduce((sum, s) => sum + (s - mean) ** 2, 0);
  return tooLong * 1e9 + tooShort * 1e6 - sizes.length * 1e3 + uneven / 1e3;
}
