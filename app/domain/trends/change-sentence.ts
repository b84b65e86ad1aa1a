import type { Words } from "../../words/say.ts";
import { displayScore } from "../report/display.ts";
import type { ChangePart, Verdict } from "./change-shape.ts";

/** Points below which a change is not called one, however sure it is (method, section 7). */
export const WORTH_POINTS = 5;

/** What can be said of one part in a sentence: whether it moved, and whether that can be believed. */
export function changeSentence(
  part: string,
  { verdict, difference, interval }: Pick<ChangePart, "verdict" | "difference" | "interval">,
  { say, language }: Words,
): string {
  if (verdict === "too_few" || verdict === "not_common" || difference === null)
    return say(`change:${difference === null && verdict !== "not_common" ? "too_few" : verdict}`, { part });
  const points = displayScore(Math.abs(difference), language);
  if (verdict !== "unclear") return say(`change:${verdict}`, { part, points });
  const moved = Number(displayScore(difference, "en"));
  const way = moved > 0 ? "up" : moved < 0 ? "down" : "same";
  if (interval === null) return say(`change:unclear_${way}`, { part, points });
  const [low, high] = [displayScore(interval.low, language), displayScore(interval.high, language)];
  const excludesZero = interval.low > 0 || interval.high < 0;
  if (excludesZero && Math.abs(difference) < WORTH_POINTS) return say(`change:small_${way}`, { part, points, least: WORTH_POINTS });
  return say(`change:unclear_${way}_interval`, { part, points, low, high });
}

/** What has clearly moved, the most first; at most so many. */
export function clearChanges<Part extends { verdict: Verdict; difference: number | null }>(parts: readonly Part[], most: number): Part[] {
  return parts
    .filter(({ verdict }) => verdict === "improved" || verdict === "declined")
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .slice(0, most);
}
