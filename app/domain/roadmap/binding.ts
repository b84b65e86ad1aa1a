import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { Draft } from "./draft.ts";
import { OBJECTIVE_TOLERANCE } from "./greedy.ts";
import { inOrderOfNeed, type StartList } from "./pins.ts";
import { LOAD_TOLERANCE, type PlanningInstance } from "./planning-instance.ts";
import { RaisedArea } from "./raised-area.ts";

/** A pool (or the money) in a quarter of which a plan leaves too little for anything more that is useful. */
export type Binding = {
  readonly pool: Pillar | "budget";
  readonly quarter: number;
  /** Person-weeks, or EUR, that the plan leaves there; at least 0. */
  readonly left: number;
  /** Ids of what is useful, needs more than that a quarter, and is not planned or waits. */
  readonly waiting: readonly string[];
};

export const poolOf = (resource: number): Binding["pool"] => PILLARS[resource] ?? "budget";

/**
 * Where a plan is held back, by pool and quarter: what it leaves is less than the least that something useful needs in a
 * quarter. Useful is what is not planned and would raise the objective if weeks and money were endless, what such a one
 * needs first, and what is planned later than it could start.
 */
export function bindingPlaces(instance: PlanningInstance, starts: StartList): Binding[] {
  const { candidates, capacity } = instance;
  const draft = new Draft(instance);
  draft.become(starts);
  const useful = usefulNumbers(instance, starts);
  const isWanted = (n: number, quarter: number): boolean => {
    if (!draft.has(n)) return useful.has(n);
    return !candidates[n]!.pin && quarter < draft.starts[n]! && draft.readyAt(n) <= quarter;
  };
  return capacity.flatMap((row, resource) =>
    row.flatMap((_, index): Binding[] => {
      const left = Math.max(0, draft.leftOf(resource, index + 1));
      const wanted = candidates.flatMap(({ load }, n) => (load[resource]! > LOAD_TOLERANCE && isWanted(n, index + 1) ? [n] : []));
      const waiting = wanted.filter((n) => candidates[n]!.load[resource]! > left + LOAD_TOLERANCE);
      const isBinding = wanted.length > 0 && waiting.length === wanted.length;
      return isBinding ? [{ pool: poolOf(resource), quarter: index + 1, left, waiting: waiting.map((n) => candidates[n]!.id) }] : [];
    }),
  );
}

function usefulNumbers(instance: PlanningInstance, starts: StartList): Set<number> {
  const { candidates } = instance;
  const area = new RaisedArea(instance);
  candidates.forEach((c, n) => area.finish(n, starts[n] ? starts[n] + c.duration - 1 : 0));
  const before = area.total;
  const useful = new Set<number>();
  candidates.forEach((c, n) => {
    if (starts[n] || !c.relevant) return;
    const bundle = inOrderOfNeed(instance, [n]).filter((m) => !starts[m]);
    for (const m of bundle) {
      const { standing, duration } = candidates[m]!;
      area.finish(m, standing.kind === "free" ? standing.earliest + duration - 1 : 0);
    }
    if (area.total > before + OBJECTIVE_TOLERANCE) bundle.forEach((m) => useful.add(m));
    bundle.forEach((m) => area.finish(m, 0));
  });
  return useful;
}
