import { type ReadyFlag, readyFlags } from "../assessment/condition.ts";
import { type Definition, type Item, optionsOf } from "../assessment/definition.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import { leastCommonMultiple } from "./exact.ts";

/**
 * A definition made ready for scoring: every item value is a whole number of `unit`-ths and every weight a whole
 * number of thousandths, so that all sums are exact in safe integers.
 */
export type CompiledItem = {
  readonly id: string;
  readonly item: Item;
  readonly dimension: number;
  /** Indexes into PILLARS. */
  readonly pillars: readonly number[];
  /** Weight in thousandths. */
  readonly weight: number;
  /** Option id to value in `unit`-ths (single and multi); to what it is worth in the last place (ranking). */
  readonly values: ReadonlyMap<string, number>;
  /** One step of a scale or shift in `unit`-ths. */
  readonly step: number;
};

export type Compiled = {
  readonly definition: Definition;
  readonly unit: number;
  readonly items: readonly CompiledItem[];
  readonly itemById: ReadonlyMap<string, CompiledItem>;
  /** Dimension weights in thousandths. */
  readonly dimensionWeights: readonly number[];
  /** For each dimension the number of the earlier one that carries it; null when none does. */
  readonly carriers: readonly (number | null)[];
  readonly flags: readonly ReadyFlag[];
};

const thousandths = (v: number) => Math.round(v * 1000);

/** Every value of the item is a whole number of this part of 1. */
function divisorOf(item: Item): number {
  switch (item.kind) {
    case "scale":
      return item.max - item.min;
    case "shift":
      return item.positions.length - 1;
    case "ranking":
      // Option values are thousandths, places weigh k, k - 1, ... 1.
      return (1000 * item.pick * (item.pick + 1)) / 2;
    default:
      return 1000;
  }
}

export function compile(definition: Definition): Compiled {
  const unit = definition.items.reduce((common, item) => leastCommonMultiple(common, divisorOf(item)), 1000);
  const dimensionIndex = new Map(definition.dimensions.map((d, i) => [d.id, i]));
  const items = definition.items.map((item): CompiledItem => {
    const dimension = dimensionIndex.get(item.dimension);
    if (dimension === undefined) throw new RangeError(`item ${item.id} names an unknown dimension ${item.dimension}`);
    return {
      id: item.id,
      item,
      dimension,
      pillars: item.pillars.map((p) => PILLARS.indexOf(p)),
      weight: thousandths(item.weight),
      values: new Map(optionsOf(item).map((o) => [o.id, thousandths(o.value) * (unit / (item.kind === "ranking" ? divisorOf(item) : 1000))])),
      step: item.kind === "scale" || item.kind === "shift" ? unit / divisorOf(item) : 0,
    };
  });
  return {
    definition,
    unit,
    items,
    itemById: new Map(items.map((c) => [c.id, c])),
    dimensionWeights: definition.dimensions.map((d) => thousandths(d.weight)),
    carriers: definition.dimensions.map(({ id, carriedBy }, i) => {
      if (carriedBy === undefined) return null;
      const carrier = dimensionIndex.get(carriedBy);
      if (carrier === undefined || carrier >= i) throw new RangeError(`dimension ${id} is carried by ${carriedBy}, which does not stand before it`);
      return carrier;
    }),
    flags: readyFlags(definition),
  };
}
