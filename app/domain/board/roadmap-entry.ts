import type { Pillar } from "../assessment/vocabulary.ts";
import { daysOfQuarter } from "../kpis/reading-period.ts";
import type { Bet, Decision } from "./initiative-page-form.ts";
import { hasEnded, type InitiativeState } from "./initiative-state.ts";

/** What an initiative promised on which day, in points of the score, and what has come of it. Null: the scenario is no roadmap yet; it has met no result yet. */
export type EntryPromise = { scenario: string; on: string | null; points: number; realised: { of: number; points: number; periods: readonly string[] } | null };
export type EntryStep = { text: string; isDone: boolean; doneBy: string | null; doneOn: string | null };

/**
 * An initiative as it goes out in a file, in the reader's language. Days are ISO dates, quarters such as "2027-Q1". Null is what is not said.
 */
export type RoadmapEntry = Bet &
  Decision & {
    /** Of its row, a UUID; in the plan of a scenario what it goes by there. */
    id: string;
    title: string;
    /** Null where the library has it no more. */
    isOwn: boolean | null;
    pillars: readonly Pillar[];
    /** Null in the plan of a scenario, which has not begun. */
    state: InitiativeState | null;
    startQuarter: string | null;
    lastQuarter: string | null;
    ownerName: string | null;
    /** Null also where the reader may not see addresses. */
    ownerAddress: string | null;
    dueOn: string | null;
    startedOn: string | null;
    endedOn: string | null;
    /** Likely person-weeks in all, by pool. */
    effort: Partial<Record<Pillar, number>>;
    /** Likely EUR in all; null where the library has it no more. */
    cost: number | null;
    problem: string;
    done: string;
    steps: readonly EntryStep[];
    links: readonly { title: string; link: string }[];
    /** What the attached files are called; they are not in it. */
    files: readonly string[];
    kpis: readonly string[];
    promise: EntryPromise | null;
    /** The address of its page; null where it has none. */
    page: string | null;
    /** Grows with each change. */
    revision: number;
  };

/** Whether something is still to be done, or is to be decided on. */
export function isOpen({ state }: Pick<RoadmapEntry, "state">): boolean {
  return state === null || !hasEnded(state);
}

/** The day by which it is to be done: its due day, or else the last day of its last quarter; null where neither is said. */
export function deadlineOf({ dueOn, lastQuarter }: Pick<RoadmapEntry, "dueOn" | "lastQuarter">): string | null {
  return dueOn ?? (lastQuarter === null ? null : daysOfQuarter(lastQuarter).last);
}

/** The day on which it starts or started: the first of its first quarter where nothing nearer is known; null where none is said. */
export function beginningOf({ startedOn, startQuarter }: Pick<RoadmapEntry, "startedOn" | "startQuarter">): string | null {
  return startedOn ?? (startQuarter === null ? null : daysOfQuarter(startQuarter).first);
}

/** Likely person-weeks of all pools. */
export function weeksOf({ effort }: Pick<RoadmapEntry, "effort">): number {
  return Object.values(effort).reduce((sum, weeks) => sum + weeks, 0);
}
