import type { CompiledItem } from "./compile.ts";

/**
 * The value of an answered item in whole `unit`-ths, 0..unit (method, section 2).
 *
 * - single: the chosen option's declared value;
 * - multi: the sum of the chosen options' values, capped at 1; an `all` option equals every practice chosen;
 * - scale: (raw - min) / (max - min), or 1 minus that when reversed.
 *
 * The value must already have passed `problemWith`; an option that does not exist counts as 0.
 */
export function itemValue(compiled: CompiledItem, value: string | number | readonly string[], unit: number): number {
  const { item } = compiled;
  if (item.kind === "scale") {
    const steps = (value as number) - item.min;
    const x = steps * compiled.step;
    return item.reverse ? unit - x : x;
  }
  if (item.kind === "single") return compiled.values.get(value as string) ?? 0;
  return multiValue(compiled, value as readonly string[], unit);
}

function multiValue(compiled: CompiledItem, chosen: readonly string[], unit: number): number {
  let sum = 0;
  for (const id of chosen) sum += compiled.values.get(id) ?? 0;
  return Math.min(unit, sum);
}
