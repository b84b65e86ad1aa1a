import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { quarterAfter, quarterOf } from "../cycles/period.ts";
import type { PlanSettings } from "../roadmap/plan-settings.ts";
import type { BoardEntry } from "./board-card.ts";
import { quarterNumber } from "./initiative-state.ts";

/** What the plan that was adopted last allows. */
export type PlanLimits = { firstQuarter: string; settings: Pick<PlanSettings, "quarters" | "capacity" | "budget"> };

/** What one pool, or the purse, gives in a quarter. `available` is null where nothing limits it: there is no plan, none for that quarter, or no budget. */
export type Load = {
  used: number;
  available: number | null;
  /** Ids of those that use it. */
  by: string[];
};
export type QuarterLoad = { quarter: string; pools: Record<Pillar, Load>; budget: Load };

/** Sums of twelfths of person-weeks and of EUR: what is above a limit by less than this is floating-point noise. */
const TOLERANCE = 1e-6;

/**
 * Whether an initiative is at work in a quarter: one that is planned or under way, in the quarters it takes; one that is done, in those until it
 * was done. One that is only proposed, or was dropped, takes nothing.
 */
export function isAtWork({ state, startQuarter, endedOn, work }: Pick<BoardEntry, "state" | "startQuarter" | "endedOn" | "work">, quarter: string): boolean {
  if (startQuarter === null || work === null || state === "proposed" || state === "dropped") return false;
  const number = quarterNumber(startQuarter, quarter);
  if (number < 1 || number > work.quarters) return false;
  return state !== "done" || endedOn === null || quarterNumber(quarter, quarterOf(new Date(endedOn))) >= 1;
}

/** Person-weeks per pool and EUR in each of some quarters: likely effort and cost, spread evenly over the quarters of each initiative. */
export function loadOf(board: readonly BoardEntry[], quarters: readonly string[], limits: PlanLimits | null): QuarterLoad[] {
  return quarters.map((quarter) => {
    const atWork = board.filter((entry) => isAtWork(entry, quarter));
    const number = limits === null ? 0 : quarterNumber(limits.firstQuarter, quarter);
    const isLimited = limits !== null && number >= 1 && number <= limits.settings.quarters;
    const load = (share: (entry: BoardEntry) => number, available: number | null): Load => ({
      used: atWork.reduce((sum, entry) => sum + share(entry) / entry.work!.quarters, 0),
      available,
      by: atWork.filter((entry) => share(entry) > 0).map(({ id }) => id),
    });
    const pool = (name: Pillar): Load => load(({ work }) => work!.effort[name] ?? 0, isLimited ? (limits.settings.capacity[name]?.[number - 1] ?? 0) : null);
    return {
      quarter,
      pools: Object.fromEntries(PILLARS.map((name) => [name, pool(name)])) as Record<Pillar, Load>,
      budget: load(({ work }) => work!.cost, isLimited ? (limits.settings.budget?.[number - 1] ?? null) : null),
    };
  });
}

export function isTooMuch({ used, available }: Load): boolean {
  return available !== null && used > available + TOLERANCE;
}

/** The quarters of a plan. */
export function quartersOf({ firstQuarter, settings }: PlanLimits): string[] {
  return Array.from({ length: settings.quarters }, (_, index) => quarterAfter(firstQuarter, index));
}
