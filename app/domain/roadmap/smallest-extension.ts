import { PILLARS } from "../assessment/vocabulary.ts";
import type { Draft } from "./draft.ts";
import { inOrderOfNeed } from "./pins.ts";
import type { Need } from "./plan.ts";
import { LOAD_TOLERANCE } from "./planning-instance.ts";

/** Placements tried before the best found so far is taken; more than any bundle of three needs within 12 quarters. */
const PLACEMENT_LIMIT = 5_000;

type Extension = Pick<Need, "additions" | "budget" | "starts">;

/**
 * The smallest extra capacity with which an initiative fits into the plan as it stands, its missing prerequisites
 * included: over all start quarters the least person-weeks in total, then the least EUR, then the earliest end. Person-
 * weeks come before money because the plan knows no price of a week. The draft must hold a feasible plan without the
 * initiative and is left unchanged.
 *
 * Returns the shortest horizon instead when no start ends within the plan, whatever the capacity.
 */
export function smallestExtension(draft: Draft, wanted: number): Extension | { quarters: number } {
  const { candidates, quarters } = draft.instance;
  const bundle = inOrderOfNeed(draft.instance, [wanted]).filter((n) => !draft.has(n));
  const needed = quartersNeeded();
  if (needed > quarters) return { quarters: needed };
  const latest = latestStarts();
  let tries = 0;
  let best: { weeks: number; money: number; end: number; starts: number[] } | null = null;
  placeFrom(0, 0, 0);
  return extensionAt(best!.starts);

  function placeFrom(position: number, weeks: number, money: number): void {
    const n = bundle[position];
    if (n === undefined) {
      const end = draft.endOf(wanted);
      if (!best || isLess(weeks, money, end)) best = { weeks, money, end, starts: bundle.map((m) => draft.starts[m]!) };
      return;
    }
    for (const { start, excess } of startsByExcess(n)) {
      const [w, m] = [weeks + excess.weeks, money + excess.money];
      // Every bundle is tried through once; after that only what can still be less.
      if (best && (tries++ > PLACEMENT_LIMIT || !isLess(w, m, 0))) return;
      draft.put(n, start);
      placeFrom(position + 1, w, m);
      draft.take(n);
    }
  }

  function isLess(weeks: number, money: number, end: number): boolean {
    if (!best) return true;
    if (Math.abs(weeks - best.weeks) > LOAD_TOLERANCE) return weeks < best.weeks;
    if (Math.abs(money - best.money) > LOAD_TOLERANCE) return money < best.money;
    return end < best.end;
  }

  function startsByExcess(n: number) {
    const first = draft.readyAt(n);
    const starts = Array.from({ length: Math.max(0, latest[n]! - first + 1) }, (_, k) => first + k);
    return starts
      .map((start) => ({ start, excess: excessOf(n, start) }))
      .sort((a, b) => a.excess.weeks - b.excess.weeks || a.excess.money - b.excess.money || a.start - b.start);
  }

  function excessOf(n: number, start: number): { weeks: number; money: number } {
    const excess = { weeks: 0, money: 0 };
    forEachUse(n, start, (resource, quarter, load) => {
      const left = draft.leftOf(resource, quarter);
      const more = Math.max(0, load - Math.max(0, left));
      if (more > LOAD_TOLERANCE) excess[resource < PILLARS.length ? "weeks" : "money"] += more;
    });
    return excess;
  }

  function forEachUse(n: number, start: number, visit: (resource: number, quarter: number, load: number) => void): void {
    const { load, duration } = candidates[n]!;
    load.forEach((amount, resource) => {
      if (amount > 0) for (let quarter = start; quarter < start + duration; quarter++) visit(resource, quarter, amount);
    });
  }

  function extensionAt(starts: readonly number[]): Extension {
    bundle.forEach((n, k) => draft.put(n, starts[k]!));
    const additions: Need["additions"] = [];
    const budget: Need["budget"] = [];
    draft.instance.capacity.forEach((row, resource) =>
      row.forEach((_, index) => {
        const short = -draft.leftOf(resource, index + 1);
        if (short <= LOAD_TOLERANCE) return;
        const pool = PILLARS[resource];
        if (pool) additions.push({ pool, quarter: index + 1, personWeeks: short });
        else budget.push({ quarter: index + 1, eur: short });
      }),
    );
    bundle.forEach((n) => draft.take(n));
    return { additions, budget, starts: bundle.map((n, k) => ({ initiative: candidates[n]!.id, startQuarter: starts[k]! })) };
  }

  /** The quarter in which it could end at the earliest, after what is in the plan and what is missing. */
  function quartersNeeded(): number {
    const ends = new Map<number, number>();
    for (const n of bundle) {
      const before = candidates[n]!.requires.map((p) => ends.get(p) ?? draft.endOf(p));
      ends.set(n, Math.max(0, ...before) + candidates[n]!.duration);
    }
    return ends.get(wanted)!;
  }

  function latestStarts(): number[] {
    const last = candidates.map(() => 0);
    for (const n of [...bundle].reverse()) {
      const dependants = bundle.filter((m) => candidates[m]!.requires.includes(n)).map((m) => last[m]! - 1);
      last[n] = Math.min(quarters, ...dependants) - candidates[n]!.duration + 1;
    }
    return last;
  }
}
