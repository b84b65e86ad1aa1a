import type { Definition, Item } from "../assessment/definition.ts";

export type CommonItems = {
  /** The latest definition with the common items only, and the dimensions that have any. */
  readonly definition: Definition;
  readonly common: number;
  /** How many items each definition has. */
  readonly of: readonly number[];
};

/**
 * What several versions of an assessment ask in the same way: items with the same id whose values are reached by the same
 * answers. Weights, dimensions, pillars and words are those of the latest version, for all periods. A dimension that was
 * carried by one without common items counts as itself.
 *
 * @param definitions at least one, the latest last
 */
export function commonItems(definitions: readonly Definition[]): CommonItems {
  const latest = definitions.at(-1)!;
  const kept = definitions.map(({ items }) => new Map(items.map((item) => [item.id, valuesOf(item)])));
  const items = latest.items.filter((item) => kept.every((values) => values.get(item.id) === valuesOf(item)));
  const dimensions = latest.dimensions.filter(({ id }) => items.some((item) => item.dimension === id));
  const isThere = (id: string | undefined) => dimensions.some((dimension) => dimension.id === id);
  const definition = {
    ...latest,
    items,
    dimensions: dimensions.map((dimension) => ({ ...dimension, carriedBy: isThere(dimension.carriedBy) ? dimension.carriedBy : undefined })),
    flags: [],
    readouts: [],
  };
  return { definition, common: items.length, of: definitions.map((each) => each.items.length) };
}

/** How an item turns answers into values, as text. */
function valuesOf(item: Item): string {
  return JSON.stringify([item.kind, reachedBy(item)]);
}

function reachedBy(item: Item): readonly unknown[] {
  switch (item.kind) {
    case "multi":
      return item.options.map(({ id, value, exclusive, all }) => [id, value, Boolean(exclusive), Boolean(all)]);
    case "single":
      return item.options.map(({ id, value }) => [id, value]);
    case "ranking":
      return [item.pick, ...item.options.map(({ id, value }) => [id, value])];
    case "scale":
      return [item.min, item.max, Boolean(item.reverse)];
    case "shift":
      return [item.positions.length];
    case "number":
      return [item.unit, item.min, item.max, ...item.anchors.map(({ at, value }) => [at, value])];
  }
}
