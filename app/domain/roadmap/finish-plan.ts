import { Draft } from "./draft.ts";
import { fillGreedily, OBJECTIVE_TOLERANCE } from "./greedy.ts";
import { moveEarlier } from "./local-search.ts";
import type { StartList } from "./pins.ts";
import type { PlanningInstance } from "./planning-instance.ts";

/**
 * Makes a plan ready to be shown: everything starts as early as it can, what still fits and raises something is added,
 * and what raises nothing is dropped, unless it is pinned or something in the plan needs it, until nothing changes: what is
 * dropped may make room. The objective never falls.
 */
export function finishPlan(instance: PlanningInstance, starts: StartList): StartList {
  const draft = new Draft(instance);
  draft.become(starts);
  for (let before = ""; before !== draft.starts.join();) {
    before = draft.starts.join();
    moveEarlier(draft);
    fillGreedily(draft);
    dropIdle(draft);
  }
  return Array.from(draft.starts);
}

/** Drops what changes nothing, most person-weeks first, until nothing is left to drop. */
function dropIdle(draft: Draft): void {
  const { candidates } = draft.instance;
  const largestFirst = candidates
    .flatMap((c, n) => (draft.has(n) && c.pin === null ? [n] : []))
    .sort((a, b) => candidates[b]!.personWeeks - candidates[a]!.personWeeks || b - a);
  const isNeeded = (n: number) => candidates.some((c, m) => draft.has(m) && c.requires.includes(n));
  const drop = largestFirst.find((n) => {
    if (isNeeded(n)) return false;
    const start = draft.starts[n]!;
    const before = draft.raised;
    draft.take(n);
    if (draft.raised >= before - OBJECTIVE_TOLERANCE) return true;
    draft.put(n, start);
    return false;
  });
  if (drop !== undefined) dropIdle(draft);
}
