import type { BoardEntry } from "../board/board-card.ts";
import { hasEnded } from "../board/initiative-state.ts";
import { isAtWork } from "../board/quarter-load.ts";
import { nextPeriod, quarterAfter, quarterOf, quartersBetween } from "../cycles/period.ts";

/** Days before its due day from which an initiative is said to be due soon. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a roadmap waits for. `emptyQuarter`: the coming quarter, where nothing is planned for it; null where something is, or nothing is on the roadmap at all. */
export type RoadmapDue = { overdue: number; dueSoon: number; leapsDue: number; plansToAdopt: number; emptyQuarter: string | null };
export const NO_ROADMAP_DUE: RoadmapDue = { overdue: 0, dueSoon: 0, leapsDue: 0, plansToAdopt: 0, emptyQuarter: null };

/** Days are ISO dates, moments ISO moments. */
export type RoadmapFacts = {
  board: readonly (Pick<BoardEntry, "state" | "startQuarter" | "endedOn" | "work"> & { dueOn: string | null; leap: { measureOn: string | null } | null })[];
  /** Scenarios that have a plan, by when they were planned. */
  planned: readonly string[];
  /** Of what was adopted last. */
  adoption: { adoptedAt: string; firstQuarter: string; quarters: number } | null;
};

/**
 * What is due on a roadmap: initiatives that have not ended and whose day is over or comes within 30 days; leaps of faith that are open and whose
 * measurement day has come, but for those of what was dropped; plans that nobody has decided on while no adopted plan holds; and the coming
 * quarter, where there is a roadmap and nothing on it is planned for then.
 * @param today ISO date, where the organisation is
 */
export function roadmapDue({ board, planned, adoption }: RoadmapFacts, today: string): RoadmapDue {
  const soon = new Date(Date.parse(today) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  const open = board.filter(({ state }) => !hasEnded(state));
  const here = quarterOf(new Date(today));
  const coming = nextPeriod(here);
  const isOver = adoption === null || quartersBetween(quarterAfter(adoption.firstQuarter, adoption.quarters - 1), here) > 0;
  return {
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    dueSoon: open.filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= soon).length,
    leapsDue: board.filter(({ state, leap }) => state !== "dropped" && leap !== null && leap.measureOn !== null && leap.measureOn <= today).length,
    plansToAdopt: isOver ? planned.filter((at) => adoption === null || at > adoption.adoptedAt).length : 0,
    emptyQuarter: board.length > 0 && !board.some((entry) => isAtWork(entry, coming)) ? coming : null,
  };
}
