import { quarterAfter } from "../cycles/period.ts";

/** What a quarter of a plan is called: "2027-Q1" where it is known when the first one is, else "Q1". @param number from 1 */
export function quarterName(number: number, firstQuarter?: string): string {
  return firstQuarter === undefined ? `Q${number}` : quarterAfter(firstQuarter, number - 1);
}
