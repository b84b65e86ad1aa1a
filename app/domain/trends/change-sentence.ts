import type { Words } from "../../words/say.ts";
import type { Change } from "../change/team-change-shape.ts";
import { displayChange, displayScore, roundedScore } from "../report/display.ts";
import { decisiveChange } from "./change-shape.ts";

/** Points below which a change is not called one, however sure it is (method, section 7). */
const WORTH_POINTS = 5;

export type SaidChange = Pick<Change, "verdict" | "decidedBy" | "measured" | "returning" | "interval" | "reasons">;

/**
 * What can be said of one part in a sentence: whether it moved, and whether that can be believed.
 * @param change null where nothing of the part was asked both times
 */
export function changeSentence(part: string, change: SaidChange | null, { say, language }: Words): string {
  if (change === null) return say("change:notCommon", { part });
  const difference = decisiveChange(change);
  if (change.verdict === "too_few" || difference === null) return say("change:tooSmall", { part });
  const points = displayScore(Math.abs(difference), language);
  if (change.verdict !== "no_clear_change") return say(`change:${change.verdict}`, { part, points });
  const moved = roundedScore(difference);
  const way = moved > 0 ? "up" : moved < 0 ? "down" : "same";
  const { interval, reasons } = change;
  if (!reasons.includes("interval_includes_zero") && reasons.includes("below_five_points"))
    return say(`change:small_${way}`, { part, points, least: WORTH_POINTS });
  // With so few answers that nothing can be ruled out the range has no ends to name.
  if (interval === null || interval.low <= -100 || interval.high >= 100) return say(`change:unclear_${way}`, { part, points });
  if (!reasons.includes("interval_includes_zero")) return say(`change:chance_${way}`, { part, points });
  return say(`change:unclear_${way}_interval`, { part, points, low: displayChange(interval.low, language), high: displayChange(interval.high, language) });
}

/** What has clearly moved, the most first; at most so many. */
export function clearChanges<Part extends { change: SaidChange | null }>(parts: readonly Part[], most: number): Part[] {
  const size = ({ change }: Part) => Math.abs((change && decisiveChange(change)) ?? 0);
  return parts
    .filter(({ change }) => change?.verdict === "improved" || change?.verdict === "worsened")
    .sort((a, b) => size(b) - size(a))
    .slice(0, most);
}
