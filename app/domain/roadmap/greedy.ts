import { Draft } from "./draft.ts";
import { inOrderOfNeed, type StartList } from "./pins.ts";
import type { PlanningInstance } from "./planning-instance.ts";

/** Differences of the objective below this are floating-point noise. */
export const OBJECTIVE_TOLERANCE = 1e-9;

/**
 * The first plan: from the placed pins on, again and again the initiative (with its missing prerequisites) that raises
 * the discounted area most per likely person-week, as early as it fits, until nothing that fits raises anything. Ties
 * go to the first id. `pinned` are the starts that `placePins` found.
 */
export function greedyPlan(instance: PlanningInstance, pinned: StartList): StartList {
  const draft = new Draft(instance);
  draft.become(pinned);
  fillGreedily(draft);
  return Array.from(draft.starts);
}

/** Adds to a draft what still fits and raises something, in greedy order; see `greedyPlan`. */
export function fillGreedily(draft: Draft): void {
  const { candidates } = draft.instance;
  let open = candidates.flatMap((c, n) => (c.relevant && !draft.has(n) ? [n] : []));
  while (open.length > 0) {
    let best = -1;
    let bestRate = 0;
    open = open.filter((n) => {
      if (draft.has(n)) return false;
      const before = draft.raised;
      const placed = admit(draft, n);
      // With more in the plan it would hardly fit better, so it is not asked again.
      if (placed === null) return false;
      const raised = draft.raised - before;
      const personWeeks = placed.reduce((sum, m) => sum + candidates[m]!.personWeeks, 0);
      retract(draft, placed);
      const rate = raised / Math.max(personWeeks, LEAST_EFFORT);
      if (raised > OBJECTIVE_TOLERANCE && rate > bestRate) {
        best = n;
        bestRate = rate;
      }
      return true;
    });
    if (best === -1) return;
    admit(draft, best);
  }
}

/** Keeps a rate finite when an effort has been scaled to almost nothing. */
const LEAST_EFFORT = 1e-6;

/**
 * Puts an initiative and its missing prerequisites into the plan, each as early as it fits after what it needs. Returns
 * what was put, in order; null, with the draft unchanged, when one of them does not fit or cannot be planned.
 */
export function admit(draft: Draft, wanted: number): number[] | null {
  const placed: number[] = [];
  const { candidates } = draft.instance;
  const missing = candidates[wanted]!.requires.every((p) => draft.has(p)) ? [wanted] : inOrderOfNeed(draft.instance, [wanted]).filter((n) => !draft.has(n));
  for (const n of missing) {
    const ready = draft.readyAt(n);
    const start = candidates[n]!.relevant && ready !== Infinity ? draft.earliestFit(n, ready) : 0;
    if (start === 0) {
      retract(draft, placed);
      return null;
    }
    draft.put(n, start);
    placed.push(n);
  }
  return placed;
}

/** Takes out what `admit` has put. */
export function retract(draft: Draft, placed: readonly number[]): void {
  for (let k = placed.length - 1; k >= 0; k--) draft.take(placed[k]!);
}
