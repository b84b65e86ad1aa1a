import { Draft } from "./draft.ts";
import { type Placeable, smallestConflict } from "./pin-conflict.ts";
import type { PlanImpossible, PlanProblem } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";
import { RaisedArea } from "./raised-area.ts";

/** How many placements the search for a place for the pins may try; far more than realistic pins need. */
const PLACEMENT_LIMIT = 200_000;
/** How many it may try in all while it looks for those at fault. */
const CONFLICT_LIMIT = 1_000_000;

/** A draft's start quarters by number, 0 for not in the plan. */
export type StartList = readonly number[];

/**
 * Places everything that must be in a plan, the pinned initiatives and their prerequisites, each as early as the search
 * finds it possible. Depth first over all start quarters, prerequisites before what needs them. When that proves that they
 * do not fit together, names a smallest set of pins that already does not; see `PlanProblem`. When the search was given up
 * before it had tried everything, it proves nothing and the problem is `pin-unproven`; see `proveNoPlace`.
 */
export function placePins(instance: PlanningInstance): StartList | PlanImpossible {
  const pinned = pinnedNumbers(instance);
  const tries = { left: PLACEMENT_LIMIT };
  const placed = place(instance, pinned, tries);
  if (placed) return placed;
  if (tries.left >= 0) return pinsInConflict(instance);
  const ids = pinned.map((n) => instance.candidates[n]!.id);
  const message = `No place was found for all that is pinned (${quoted(ids)}) and what it needs, though there may be one.`;
  return { status: "impossible", problems: [{ code: "pin-unproven", message, initiatives: ids }] };
}

/** What to say of pins that are proven, by this search or otherwise, not to go together: which of them are at fault. */
export function pinsInConflict(instance: PlanningInstance): PlanImpossible {
  const tries = { left: CONFLICT_LIMIT };
  const ask = (its: PlanningInstance) => {
    return (pins: readonly number[]): Placeable => {
      if (tries.left < 0) return "unproven";
      const own = { left: Math.min(PLACEMENT_LIMIT, tries.left) };
      const before = own.left;
      const placed = place(its, pins, own);
      tries.left -= before - own.left;
      return placed ? "possible" : own.left < 0 ? "unproven" : "impossible";
    };
  };
  const { pins, isSmallest } = smallestConflict(pinnedNumbers(instance), ask(instance));
  const endless = { ...instance, capacity: instance.capacity.map((row) => row.map(() => Infinity)) };
  const isOrder = ask(endless)(pins) === "impossible";
  const initiatives = pins.map((n) => instance.candidates[n]!.id);
  const problem: PlanProblem = isOrder
    ? { code: "pin-prerequisite", message: orderMessage(initiatives, instance.quarters), initiatives, isSmallest }
    : { code: "pin-capacity", message: capacityMessage(initiatives), initiatives, isSmallest };
  return { status: "impossible", problems: [problem] };
}

const quoted = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(", ");

function capacityMessage(ids: readonly string[]): string {
  return ids.length === 1
    ? `${quoted(ids)} is pinned, but it and what it needs do not fit into the capacity and budget.`
    : `${quoted(ids)} are pinned, but together they and what they need do not fit into the capacity and budget.`;
}

function orderMessage(ids: readonly string[], quarters: number): string {
  return `${quoted(ids)} are pinned, but one of them rests on what ends too late for it in a plan of ${quarters} quarters.`;
}

function pinnedNumbers({ candidates }: PlanningInstance): number[] {
  return candidates.flatMap((c, n) => (c.pin === null ? [] : [n]));
}

/** Null when there is no place, or, with `tries.left` below 0, when the search was given up. */
function place(instance: PlanningInstance, pinned: readonly number[], tries: { left: number }): StartList | null {
  const { candidates, quarters } = instance;
  const order = inOrderOfNeed(instance, pinned);
  const latest = latestStarts();
  // What they raise does not matter here.
  const draft = new Draft(instance, new RaisedArea({ ...instance, items: [], stages: [] }));
  return placeFrom(0) ? Array.from(draft.starts) : null;

  function placeFrom(position: number): boolean {
    const n = order[position];
    if (n === undefined) return true;
    const pin = pinned.includes(n) ? candidates[n]!.pin : null;
    const first = Math.max(draft.readyAt(n), pin || 1);
    const last = Math.min(latest[n]!, pin || quarters);
    for (let start = first; start <= last; start++) {
      if (--tries.left < 0) return false;
      if (!draft.fits(n, start)) continue;
      draft.put(n, start);
      if (placeFrom(position + 1)) return true;
      draft.take(n);
    }
    return false;
  }

  /** The last quarter each may start in, for what needs it to keep to its own pin and end within the plan. */
  function latestStarts(): number[] {
    const last = candidates.map(() => 0);
    for (const n of [...order].reverse()) {
      const before = order.filter((m) => candidates[m]!.requires.includes(n)).map((m) => last[m]! - 1);
      const own = pinned.includes(n) && candidates[n]!.pin ? candidates[n]!.pin + candidates[n]!.duration - 1 : quarters;
      last[n] = Math.min(own, ...before) - candidates[n]!.duration + 1;
    }
    return last;
  }
}

/** These initiatives and all their prerequisites, prerequisites first, otherwise by number. */
export function inOrderOfNeed(instance: PlanningInstance, wanted: readonly number[]): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (n: number): void => {
    if (seen.has(n)) return;
    seen.add(n);
    instance.candidates[n]!.requires.forEach(visit);
    order.push(n);
  };
  [...wanted].sort((a, b) => a - b).forEach(visit);
  return order;
}

/** What must be in every plan, the pins and what they need, by number. */
export function fixedNumbers(instance: PlanningInstance): Set<number> {
  return new Set(inOrderOfNeed(instance, pinnedNumbers(instance)));
}
