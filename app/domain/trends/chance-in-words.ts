import type { Words } from "../../words/say.ts";
import { displayAmount, displayExact } from "../report/display.ts";

/** A p value, 0..1, as it is shown: two decimals, of small ones three, and what is less than a thousandth as such; never 0. */
export function chanceInWords(p: number, { say, language }: Words): string {
  if (p < 0.001) return say("change:underThousandth");
  return p < 0.01 ? displayExact(Math.round(p * 1_000) / 1_000, language) : displayAmount(p, language);
}
