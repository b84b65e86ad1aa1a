import { Draft } from "./draft.ts";
import type { PlanImpossible } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";

/** How many placements the search for a place for the pins may try; far more than realistic pins need. */
const PLACEMENT_LIMIT = 200_000;

/** A draft's start quarters by number, 0 for not in the plan. */
export type StartList = readonly number[];

/**
 * Places everything that must be in a plan, the pinned initiatives and their prerequisites, each as early as the search
 * finds it possible. Depth first over all start quarters, prerequisites before what needs them. When they do not fit
 * together, names a smallest set of pins that already does not: leaving out any one of them would help.
 */
export function placePins(instance: PlanningInstance): StartList | PlanImpossible {
  const pinned = instance.candidates.flatMap((c, n) => (c.pin === null ? [] : [n]));
  const placed = place(instance, pinned);
  if (placed) return placed;
  const atFault = pinned.reduce((kept, pin) => {
    const without = kept.filter((n) => n !== pin);
    return place(instance, without) ? kept : without;
  }, pinned);
  const ids = atFault.map((n) => instance.candidates[n]!.id);
  const names = ids.map((id) => `"${id}"`).join(", ");
  const message =
    ids.length === 1
      ? `${names} is pinned, but it and what it needs do not fit into the capacity and budget.`
      : `${names} are pinned, but together they and what they need do not fit into the capacity and budget.`;
  return { status: "impossible", problems: [{ code: "pin-capacity", message, initiatives: ids }] };
}

function place(instance: PlanningInstance, pinned: readonly number[]): StartList | null {
  const { candidates, quarters } = instance;
  const order = inOrderOfNeed(instance, pinned);
  const members = new Set(order);
  const latest = latestStarts();
  const draft = new Draft(instance);
  let tries = 0;
  return placeFrom(0) ? Array.from(draft.starts) : null;

  function placeFrom(position: number): boolean {
    const n = order[position];
    if (n === undefined) return true;
    const pin = pinned.includes(n) ? candidates[n]!.pin : null;
    const first = Math.max(draft.readyAt(n), pin || 1);
    const last = Math.min(latest[n]!, pin || quarters);
    for (let start = first; start <= last; start++) {
      if (++tries > PLACEMENT_LIMIT) return false;
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
      const dependants = order.filter((m) => candidates[m]!.requires.includes(n) && members.has(m));
      const before = dependants.map((m) => last[m]! - 1);
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
  return new Set(
    inOrderOfNeed(
      instance,
      instance.candidates.flatMap((c, n) => (c.pin === null ? [] : [n])),
    ),
  );
}
