import type { ItemOf } from "../assessment/definition.ts";

const thousandths = (v: number) => Math.round(v * 1000);

/**
 * The value of a reading in whole thousandths, 0..1000: piecewise linear between the anchors, constant beyond them,
 * rounded half up to whole thousandths. This is the one place where an item value is rounded (decision 0012); all is
 * done in whole numbers, so that a value of exactly half a thousandth is found to be one.
 *
 * @param item its anchors rise in `at`, have three decimals at most and lie within a billion of 0
 * @param reading three decimals at most
 */
export function numberValue(item: Pick<ItemOf<"number">, "anchors">, reading: number): number {
  const at = thousandths(reading);
  const anchors = item.anchors.map((anchor) => ({ at: thousandths(anchor.at), value: thousandths(anchor.value) }));
  const next = anchors.findIndex((anchor) => at < anchor.at);
  if (next === 0) return anchors[0]!.value;
  if (next === -1) return anchors.at(-1)!.value;
  const [from, to] = [anchors[next - 1]!, anchors[next]!];
  const width = to.at - from.at;
  const doubled = 2 * (from.value * width + (at - from.at) * (to.value - from.value)) + width;
  return (doubled - (doubled % (2 * width))) / (2 * width);
}
