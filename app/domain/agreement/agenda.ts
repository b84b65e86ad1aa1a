import type { Compiled } from "../scoring/compile.ts";
import type { ItemFigures } from "./item-figures.ts";
import type { TeamResult } from "./team-result-shape.ts";

/**
 * What to talk about first: items by `weight * (1 - agreement) * |effect|` (method, section 5), the largest first, of
 * equals in the order of the items.
 *
 * The effect of an item is by how many points the overall score would change if the item's mean moved from the lower to
 * the upper quartile of what people said: `100 (x_75 - x_25) * w / sum(w of the dimension) * W / sum(W)`, over dimensions
 * that have a mean. It is what closing the disagreement one way or the other is worth, as if everybody had answered every
 * item of the dimension, and as if a carried dimension counted as itself.
 *
 * @param items in the order of the definition
 * @param isScored whether each dimension has a mean
 */
export function agendaOf(compiled: Compiled, items: readonly ItemFigures[], isScored: readonly boolean[]): TeamResult["agenda"] {
  const inDimension = isScored.map(() => 0);
  for (const { dimension, weight } of compiled.items) inDimension[dimension]! += weight;
  const whole = compiled.dimensionWeights.reduce((sum, weight, i) => (isScored[i] ? sum + weight : sum), 0);
  return items
    .flatMap(({ shown, spread }, i) => {
      const { dimension, weight, item } = compiled.items[i]!;
      if (shown.agreement === null || !isScored[dimension]) return [];
      const effect = (100 * spread * weight * compiled.dimensionWeights[dimension]!) / (compiled.unit * inDimension[dimension]! * whole);
      const priority = item.weight * (1 - shown.agreement) * effect;
      return priority > 0 ? [{ item: item.id, weight: item.weight, agreement: shown.agreement, effect, priority }] : [];
    })
    .sort((a, b) => b.priority - a.priority);
}
