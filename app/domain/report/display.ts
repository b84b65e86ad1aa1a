/**
 * A figure as it is shown: one decimal, half away from zero (method, section 3). A score such as 46.15 may be stored as
 * the double just below it; the tiny allowance keeps the rule true for the figure that is meant.
 */
export function displayScore(value: number): string {
  const tenths = Math.round((Math.abs(value) + 1e-9) * 10);
  return `${value < 0 && tenths > 0 ? "-" : ""}${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** A share as a whole percentage: 0.864 is "86 %". A chance that is there never reads 0 %, one that is not certain never 100 %. */
export function displayShare(share: number): string {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share >= 0.995) return "over 99 %";
  return `${Math.round(share * 100)} %`;
}

/** A plain number without needless decimals: 2, 2.5, 0.33. */
export function displayAmount(value: number): string {
  return String(Math.round((value + Number.EPSILON) * 100) / 100);
}

/** "a", "a and b", "a, b and c". */
export function inWords(list: readonly string[]): string {
  if (list.length < 2) return list.join("");
  return `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
}
