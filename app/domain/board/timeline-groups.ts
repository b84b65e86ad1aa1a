import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { quartersBetween } from "../cycles/period.ts";
import type { BoardCard, BoardEntry } from "./board-card.ts";
import { type Grouping, WAVES } from "./board-filter.ts";
import { waveIn } from "./board-quarters.ts";
import { lastQuarterOf, quarterNumber } from "./initiative-state.ts";

/** `no_quarter` and `ended` are what no wave has, `no_pillar` what the library has no more. */
export type GroupId = (typeof WAVES)[number] | "no_quarter" | "ended" | Pillar | "no_pillar";
export type TimelineGroup = { id: GroupId; cards: BoardCard[] };

/** The rows of a timeline in groups, by wave or by the first pillar that each names; no group is empty, and none leaves its order. */
export function timelineGroups(cards: readonly BoardCard[], by: Grouping, current: string): TimelineGroup[] {
  const groupOf = (card: BoardCard): GroupId => {
    if (by === "pillar") return card.pillars[0] ?? "no_pillar";
    return waveIn(current, card) ?? (card.state === "done" || card.state === "dropped" ? "ended" : "no_quarter");
  };
  const ids: readonly GroupId[] = by === "pillar" ? [...PILLARS, "no_pillar"] : [...WAVES, "no_quarter", "ended"];
  return ids.map((id) => ({ id, cards: cards.filter((card) => groupOf(card) === id) })).filter((group) => group.cards.length > 0);
}

/** What of an initiative lies in a quarter: its beginning, or more of it; null where it is not worked on. `first` is the first quarter that is shown. */
export function barIn(
  { startQuarter, work }: Pick<BoardEntry, "startQuarter" | "work">,
  quarter: string,
  first: string,
): "begins" | "began_before" | "goes_on" | null {
  if (startQuarter === null) return null;
  if (quartersBetween(quarter, lastQuarterOf(startQuarter, work?.quarters ?? 1)!) < 0 || quarterNumber(startQuarter, quarter) < 1) return null;
  if (quarter === startQuarter) return "begins";
  return quarter === first ? "began_before" : "goes_on";
}
