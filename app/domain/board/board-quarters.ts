import { quarterAfter, quartersBetween } from "../cycles/period.ts";
import { type Wave, waveOf } from "../roadmap/plan.ts";
import type { BoardEntry } from "./board-card.ts";
import { hasEnded, lastQuarterOf, quarterNumber } from "./initiative-state.ts";
import { type PlanLimits, quartersOf } from "./quarter-load.ts";

/** How far before and after the present quarter work can be moved, and a timeline reaches. */
const QUARTERS_BACK = 4;
const QUARTERS_AHEAD = 12;

/** In which wave an initiative is, seen from the present quarter: what should have started earlier is `now`; null for what has ended, and without a quarter. */
export function waveIn(current: string, { state, startQuarter }: Pick<BoardEntry, "state" | "startQuarter">): Wave | null {
  return startQuarter === null || hasEnded(state) ? null : waveOf(Math.max(1, quarterNumber(current, startQuarter)));
}

/** The quarters to choose from, the earliest first. @param now where the initiative is, which is among them wherever that lies; null: nowhere */
export function quarterChoices(current: string, now: string | null): string[] {
  const choices = Array.from({ length: QUARTERS_BACK + 1 + QUARTERS_AHEAD }, (_, index) => quarterAfter(current, index - QUARTERS_BACK));
  return now === null || choices.includes(now) ? choices : [...choices, now].sort();
}

/**
 * The quarters that a timeline shows: the present one and the three after it, those of the plan, and those that initiatives take, as far as they lie
 * within a year before and three years after the present one.
 */
export function timelineQuarters(current: string, board: readonly BoardEntry[], limits: PlanLimits | null): string[] {
  const taken = board.flatMap(({ state, startQuarter, work }) =>
    startQuarter === null || state === "dropped" ? [] : [startQuarter, lastQuarterOf(startQuarter, work?.quarters ?? 1)!],
  );
  const numbers = [current, quarterAfter(current, 3), ...(limits ? quartersOf(limits) : []), ...taken].map((quarter) => quartersBetween(current, quarter));
  const first = Math.max(-QUARTERS_BACK, Math.min(...numbers));
  const last = Math.min(QUARTERS_AHEAD, Math.max(...numbers));
  return Array.from({ length: last - first + 1 }, (_, index) => quarterAfter(current, first + index));
}
