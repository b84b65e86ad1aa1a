import { type Item, optionsOf } from "../assessment/definition.ts";

/** What agreement is measured against; see `expectedVariance`. */
export type Reference = "even_options" | "declared_values" | "continuous";

/**
 * The variance of item values if everybody answered at random, as a fraction of whole numbers: `top / bottom`, of values
 * in [0, 1].
 *
 * - `even_options`: A evenly spaced options are equally likely. In steps that is (A^2 - 1)/12 (James, Demaree & Wolf 1984);
 *   a step is 1/(A - 1) of the value.
 * - `declared_values`: options that are not evenly spaced are equally likely; the variance of their values, which is the
 *   same formula where they are even.
 * - `continuous`: every value from 0 to 1 is as likely, 1/12, the limit of the first for many options. It stands for kinds
 *   whose answer is not one of a few: multi, number and ranking.
 */
export function expectedVariance(item: Item): { reference: Reference; top: number; bottom: number } {
  const options = optionValues(item);
  if (options === null) return { reference: "continuous", top: 1, bottom: 12 };
  const { values, one } = options;
  const n = values.length;
  const sum = values.reduce((all, v) => all + v, 0);
  const squares = values.reduce((all, v) => all + v * v, 0);
  const sorted = [...values].sort((a, b) => a - b);
  const isEven = sorted.every((v, i) => i === 0 || v - sorted[i - 1]! === sorted[1]! - sorted[0]!);
  return { reference: isEven ? "even_options" : "declared_values", top: n * squares - sum * sum, bottom: n * n * one * one };
}

/** Values of the options in whole numbers, and what 1 is in them; null where there are not a few. */
function optionValues(item: Item): { values: number[]; one: number } | null {
  switch (item.kind) {
    case "single":
      return { values: optionsOf(item).map((option) => Math.round(option.value * 1000)), one: 1000 };
    case "scale":
      return steps(item.max - item.min);
    case "shift":
      return steps(item.positions.length - 1);
    default:
      return null;
  }
}

function steps(last: number): { values: number[]; one: number } {
  return { values: Array.from({ length: last + 1 }, (_, i) => i), one: last };
}
