import type { CompiledItem } from "./compile.ts";
import { numberValue } from "./number-value.ts";

/**
 * The value of an answered item in whole `unit`-ths, 0..unit (method, section 2).
 *
 * - single: the chosen option's declared value;
 * - multi: the sum of the chosen options' values, capped at 1; an `all` option equals every practice chosen;
 * - scale: (raw - min) / (max - min), or 1 minus that when reversed;
 * - shift: today's position / (positions - 1);
 * - number: between its anchors, rounded to thousandths (see `numberValue`);
 * - ranking: sum over places p = 1..k of (k - p + 1) * value / (k (k + 1) / 2).
 *
 * The value must already have passed `problemWith`; an option that does not exist counts as 0.
 */
export function itemValue(compiled: CompiledItem, value: string | number | readonly string[], unit: number): number {
  const { item } = compiled;
  switch (item.kind) {
    case "single":
      return compiled.values.get(value as string) ?? 0;
    case "multi":
      return multiValue(compiled, value as readonly string[], unit);
    case "scale": {
      const x = ((value as number) - item.min) * compiled.step;
      return item.reverse ? unit - x : x;
    }
    case "shift":
      return (value as number) * compiled.step;
    case "number":
      return numberValue(item, value as number) * (unit / 1000);
    case "ranking":
      return rankingValue(compiled, value as readonly string[]);
  }
}

function multiValue(compiled: CompiledItem, chosen: readonly string[], unit: number): number {
  let sum = 0;
  for (const id of chosen) sum += compiled.values.get(id) ?? 0;
  return Math.min(unit, sum);
}

function rankingValue(compiled: CompiledItem, places: readonly string[]): number {
  let sum = 0;
  places.forEach((id, p) => (sum += (places.length - p) * (compiled.values.get(id) ?? 0)));
  return sum;
}
