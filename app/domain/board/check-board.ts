import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { quartersBetween } from "../cycles/period.ts";
import type { BoardEntry } from "./board-card.ts";
import { lastQuarterOf } from "./initiative-state.ts";
import { isTooMuch, loadOf, type PlanLimits, quartersOf } from "./quarter-load.ts";

/** What does not fit on a board. `initiatives` are the ids of the cards it stands on. */
export type BoardWarning = { initiatives: string[] } & (
  | {
      kind: "prerequisite";
      /** As plans have it. */
      requires: string;
      /** It is not on the board, only proposed, or dropped; it has no quarter; or it has not ended before this one starts. */
      why: "not_planned" | "no_quarter" | "late";
    }
  | { kind: "horizon"; side: "before" | "after"; /** The first or the last quarter of the plan. */ quarter: string }
  | { kind: "capacity"; pool: Pillar; quarter: string; /** Person-weeks. */ used: number; available: number }
  | { kind: "budget"; quarter: string; /** EUR. */ used: number; available: number }
);

/**
 * Checks a board by the rules of `checkPlan`: what an initiative rests on has ended before it starts, nothing reaches beyond the plan, and every
 * quarter has the person-weeks and the money for what is at work in it. What is done counts as ended, whenever it was to be; nothing is said of
 * what is only proposed, done or dropped; what is under way may have begun before the plan did. Nothing is mended.
 * @param limits of the plan that was adopted last; null: there is none, and only prerequisites are checked
 * @returns in the order of the board, then of the quarters; empty where all is well
 */
export function checkBoard(board: readonly BoardEntry[], limits: PlanLimits | null): BoardWarning[] {
  const byPlanId = new Map(board.map((entry) => [entry.planId, entry]));
  const open = board.filter(({ state }) => state === "planned" || state === "under_way");
  const ofEach = open.flatMap((entry) => [...(limits ? horizonOf(entry, limits) : []), ...prerequisitesOf(entry, byPlanId)]);
  return limits ? [...ofEach, ...overloads(board, limits)] : ofEach;
}

function horizonOf({ id, state, startQuarter, work }: BoardEntry, limits: PlanLimits): BoardWarning[] {
  if (startQuarter === null || work === null) return [];
  const quarters = quartersOf(limits);
  const [first, last] = [quarters[0]!, quarters.at(-1)!];
  const beyond = (side: "before" | "after", quarter: string): BoardWarning[] => [{ kind: "horizon", initiatives: [id], side, quarter }];
  if (state === "planned" && quartersBetween(first, startQuarter) < 0) return beyond("before", first);
  return quartersBetween(last, lastQuarterOf(startQuarter, work.quarters)!) > 0 ? beyond("after", last) : [];
}

function prerequisitesOf({ id, startQuarter, work }: BoardEntry, byPlanId: ReadonlyMap<string, BoardEntry>): BoardWarning[] {
  return (work?.requires ?? []).flatMap((requires): BoardWarning[] => {
    const why = missingFor(startQuarter, byPlanId.get(requires));
    return why ? [{ kind: "prerequisite", initiatives: [id], requires, why }] : [];
  });
}

/** Why an initiative that starts in a quarter, or in none yet, cannot rest on another; null where it can. */
function missingFor(startQuarter: string | null, required: BoardEntry | undefined): "not_planned" | "no_quarter" | "late" | null {
  if (required?.state === "done") return null;
  if (!required || required.state === "proposed" || required.state === "dropped") return "not_planned";
  if (startQuarter === null || required.work === null) return null;
  const last = lastQuarterOf(required.startQuarter, required.work.quarters);
  if (last === null) return "no_quarter";
  return quartersBetween(last, startQuarter) > 0 ? null : "late";
}

function overloads(board: readonly BoardEntry[], limits: PlanLimits): BoardWarning[] {
  return loadOf(board, quartersOf(limits), limits).flatMap(({ quarter, pools, budget }): BoardWarning[] => {
    const pool = (name: Pillar): BoardWarning[] => {
      const { used, available, by } = pools[name];
      return isTooMuch(pools[name]) ? [{ kind: "capacity", initiatives: by, pool: name, quarter, used, available: available! }] : [];
    };
    const money: BoardWarning[] = isTooMuch(budget)
      ? [{ kind: "budget", initiatives: budget.by, quarter, used: budget.used, available: budget.available! }]
      : [];
    return [...PILLARS.flatMap(pool), ...money];
  });
}
