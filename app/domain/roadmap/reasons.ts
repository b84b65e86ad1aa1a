import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { type Binding, bindingPlaces } from "./binding.ts";
import { Draft } from "./draft.ts";
import type { PlannedInitiative, PlanRequest } from "./plan.ts";
import { isImpossible, LOAD_TOLERANCE, type PlanningInstance, preparePlanning } from "./planning-instance.ts";
import { type RaisedItem, raising } from "./raised-items.ts";

/** What keeps an initiative from starting in an earlier quarter, the rest of the plan as it stands. */
export type Obstacle =
  /** It is pinned to its quarter; the only obstacle named then. */
  | { readonly kind: "pin" }
  /** What it needs first ends in that quarter, and not before. */
  | { readonly kind: "prerequisite"; readonly initiative: string; readonly endQuarter: number }
  /** So many person-weeks (above 0) are missing there. */
  | { readonly kind: "capacity"; readonly pool: Pillar; readonly quarter: number; readonly personWeeks: number }
  | { readonly kind: "budget"; readonly quarter: number; readonly eur: number };

/** `obstacles` is empty where it would fit: in a plan of ours it never is, in one that somebody has moved it may be. */
export type EarlierQuarter = { readonly quarter: number; readonly obstacles: readonly Obstacle[] };

export type InitiativeReasons = {
  readonly initiative: string;
  /** Why in: what it raises at its place; the points sum to its gain. Empty for one that is only needed, or pinned. */
  readonly raises: readonly RaisedItem[];
  /** Ids of the planned initiatives that need it first. */
  readonly neededBy: readonly string[];
  /** Why then: every quarter before its own, in order; empty when it starts in the first. */
  readonly earlier: readonly EarlierQuarter[];
};

export type PlanReasons = {
  /** In the order of the plan's items. */
  readonly items: readonly InitiativeReasons[];
  /** What holds the plan as a whole back. */
  readonly binding: readonly Binding[];
};

/**
 * Why a plan is as it is, worked out from the request and the start quarters alone, so that it can be said of any plan that
 * keeps the rules, also of one that was moved by hand.
 *
 * @throws RangeError when the request cannot be planned, or the plan has an initiative that is not in it
 */
export function planReasons(request: PlanRequest, items: readonly Pick<PlannedInitiative, "initiative" | "startQuarter">[]): PlanReasons {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) throw new RangeError("the request cannot be planned");
  const { candidates, assessments } = instance;
  const numberOf = new Map(candidates.map((c, n) => [c.id, n]));
  const planned = items.map(({ initiative, startQuarter }) => {
    const n = numberOf.get(initiative);
    if (n === undefined) throw new RangeError(`"${initiative}" is not in the request`);
    return { n, start: startQuarter, end: startQuarter + candidates[n]!.duration - 1 };
  });
  const draft = new Draft(instance);
  for (const { n, start } of planned) draft.put(n, start);
  const finishing = [...planned].sort((a, b) => a.end - b.end || a.n - b.n).map(({ n }) => n);
  const raised = raising(assessments, (n) => candidates[n]!.id).oneAfterAnother(finishing);
  return {
    items: planned.map(({ n, start }) => ({
      initiative: candidates[n]!.id,
      raises: raised.get(n)!,
      neededBy: planned.flatMap((other) => (candidates[other.n]!.requires.includes(n) ? [candidates[other.n]!.id] : [])).sort(),
      earlier: Array.from({ length: start - 1 }, (_, index) => ({ quarter: index + 1, obstacles: obstaclesTo(instance, draft, n, index + 1) })),
    })),
    binding: bindingPlaces(instance, Array.from(draft.starts)),
  };
}

function obstaclesTo({ candidates }: PlanningInstance, draft: Draft, n: number, quarter: number): Obstacle[] {
  const { pin, requires, load, duration } = candidates[n]!;
  if (pin) return [{ kind: "pin" }];
  const [start, end] = [draft.starts[n]!, draft.endOf(n)];
  const first = requires
    .filter((p) => draft.has(p) && draft.endOf(p) >= quarter)
    .map((p): Obstacle => ({ kind: "prerequisite", initiative: candidates[p]!.id, endQuarter: draft.endOf(p) }));
  const short = load.flatMap((need, resource) =>
    Array.from({ length: duration }, (_, k) => quarter + k).flatMap((q): Obstacle[] => {
      const isAtWork = start <= q && q <= end;
      const missing = need - Math.max(0, draft.leftOf(resource, q) + (isAtWork ? need : 0));
      if (need <= LOAD_TOLERANCE || missing <= LOAD_TOLERANCE) return [];
      const pool = PILLARS[resource];
      return [pool ? { kind: "capacity", pool, quarter: q, personWeeks: missing } : { kind: "budget", quarter: q, eur: missing }];
    }),
  );
  return [...first, ...short];
}
