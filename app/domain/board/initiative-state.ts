import { quarterAfter, quartersBetween } from "../cycles/period.ts";

/** What becomes of an initiative, in the order that a board has them in. */
export const INITIATIVE_STATES = ["proposed", "planned", "under_way", "done", "dropped"] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** Whether nothing more happens with it. */
export function hasEnded(state: InitiativeState): boolean {
  return state === "done" || state === "dropped";
}

/** The last quarter of work of what starts in one and takes so many; null where no start is said. */
export function lastQuarterOf(startQuarter: string | null, quarters: number): string | null {
  return startQuarter === null ? null : quarterAfter(startQuarter, quarters - 1);
}

/** Which quarter of a plan a quarter is, 1 for its first; below 1 for one before it. */
export function quarterNumber(firstQuarter: string, quarter: string): number {
  return quartersBetween(firstQuarter, quarter) + 1;
}
