import type { InitiativeState } from "../board/initiative-state.ts";
import { quarterNumber } from "../board/initiative-state.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { PlanSettings } from "../roadmap/plan-settings.ts";
import type { PlanInputs } from "./plan-inputs.ts";
import type { Wishes } from "./wishes.ts";

/** What stands on the board, as far as a plan has to know. `planId` is what it goes by in plans. */
export type OnBoard = { planId: string; state: InitiativeState; startQuarter: string | null };

export type Started = Pick<PlanInputs, "initiatives" | "underWay" | "done"> & { pinned: PlanSettings["pinned"]; excluded: string[] };

/**
 * What there is to plan, after what has become of earlier plans: what is done needs nothing and holds nothing up; what is under way goes on from the
 * first quarter, with the quarters and the effort that are left of it; what was dropped stays out, unless somebody wants it in.
 *
 * @param initiatives all that could be planned; those that neither raise a question of `assessments` nor are named or needed are left out
 */
export function afterTheBoard(
  initiatives: readonly Initiative[],
  board: readonly OnBoard[],
  firstQuarter: string,
  { pinned, excluded, quarters }: Pick<Wishes, "pinned" | "excluded" | "quarters">,
  assessments: ReadonlySet<string>,
): Started {
  const stateOf = new Map(board.map(({ planId, state }) => [planId, state]));
  const done = new Set(board.filter(({ state }) => state === "done").map(({ planId }) => planId));
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const dropped = board.filter(({ planId, state }) => state === "dropped" && pinned[planId] === undefined).map(({ planId }) => planId);
  const goingOn = board.filter(({ planId, state }) => state === "under_way" && byId.has(planId) && !excluded.includes(planId));
  const pins: PlanSettings["pinned"] = { ...pinned };
  const underWay: Record<string, number> = {};
  const left = new Map<string, Initiative>();
  for (const { planId, startQuarter } of goingOn) {
    const source = byId.get(planId)!;
    const start = startQuarter === null ? 1 : quarterNumber(firstQuarter, startQuarter);
    const over = Math.min(Math.max(0, 1 - start), source.quarters - 1);
    underWay[planId] = over;
    left.set(planId, whatIsLeft(source, over));
    pins[planId] ??= start > 1 && start <= quarters ? start : 1;
  }
  const wanted = new Set<string>();
  const want = (id: string): void => {
    const initiative = byId.get(id);
    if (!initiative || wanted.has(id) || done.has(id)) return;
    wanted.add(id);
    initiative.requires.forEach(want);
  };
  for (const { id, raises } of initiatives) {
    if (raises.some(({ assessment }) => assessments.has(assessment)) || pins[id] !== undefined || (stateOf.has(id) && !dropped.includes(id))) want(id);
  }
  const offered = initiatives.filter(({ id }) => wanted.has(id)).map((initiative) => left.get(initiative.id) ?? initiative);
  const isOffered = (id: string) => wanted.has(id);
  return {
    initiatives: offered.map((initiative) => ({ ...initiative, requires: initiative.requires.filter((id) => !done.has(id)) })),
    underWay,
    done: [...done].sort(),
    pinned: Object.fromEntries(Object.entries(pins).filter(([id]) => isOffered(id))),
    excluded: [...new Set([...excluded, ...dropped])].filter(isOffered),
  };
}

/** An initiative with so many of its quarters over, at least one of which is left: effort and cost are spread evenly over all. */
function whatIsLeft(initiative: Initiative, over: number): Initiative {
  if (over === 0) return initiative;
  const share = (initiative.quarters - over) / initiative.quarters;
  const scaled = <T extends { low: number; likely: number; high: number }>(amounts: T): T => ({
    ...amounts,
    ...{ low: amounts.low * share, likely: amounts.likely * share, high: amounts.high * share },
  });
  const effort = Object.fromEntries(Object.entries(initiative.effort).map(([pool, amounts]) => [pool, amounts && scaled(amounts)])) as Initiative["effort"];
  return { ...initiative, quarters: initiative.quarters - over, effort, cost: scaled(initiative.cost) };
}
