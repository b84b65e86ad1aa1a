import { numberValue } from "../scoring/number-value.ts";
import type { Anchors } from "./kpi-terms.ts";

/** Whether the three rise or fall the way that is better, each apart from the next. */
export function areInOrder({ worst, middle, best }: Anchors, higherIsBetter: boolean): boolean {
  return higherIsBetter ? worst < middle && middle < best : worst > middle && middle > best;
}

/**
 * What a reading is worth, 0..1 in whole thousandths: 0 at and beyond the worst, 0.5 at the middle, 1 at and beyond the best, and
 * straight between them, by the same rule as a question that takes a number (method, section 2).
 * @param anchors in order (`areInOrder`), three decimals at most
 * @param reading three decimals at most
 */
export function kpiValue({ worst, middle, best }: Anchors, reading: number): number {
  const rising = [
    { at: worst, value: 0 },
    { at: middle, value: 0.5 },
    { at: best, value: 1 },
  ];
  return numberValue({ anchors: worst < best ? rising : rising.reverse() }, reading) / 1000;
}
