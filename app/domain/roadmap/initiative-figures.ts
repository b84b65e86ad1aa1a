import { OBJECTIVE_TOLERANCE } from "./greedy.ts";
import type { PlannedInitiative, PlanRequest } from "./plan.ts";
import { isImpossible, type PlanningInstance, preparePlanning } from "./planning-instance.ts";
import { projection } from "./projection.ts";
import type { RiceInputs, WsjfInputs } from "./quotients.ts";
import { raising } from "./raised-items.ts";
import { areaAtTheEnd } from "./raised-area.ts";

/** What an initiative looks like by itself and beside a plan; everything follows from the request and the plan (decision 0033). */
export type InitiativeFigures = {
  readonly initiative: string;
  /** Quarter in which it starts; null: not in the plan. */
  readonly startQuarter: number | null;
  /** Likely, all pools together; 0 where none is given. */
  readonly personWeeks: number;
  /** Points of the overall score that it alone would raise, by the true rescore. At least 0. */
  readonly alone: number;
  /** Points it adds beside the plan: at its place where it is planned, else on top of everything planned. */
  readonly besidePlan: number;
  /** Ids of the planned initiatives that promise some of what it would raise, by id. */
  readonly sharedWith: readonly string[];
  readonly rice: RiceInputs;
  readonly wsjf: WsjfInputs;
};

type Items = readonly Pick<PlannedInitiative, "initiative" | "startQuarter" | "endQuarter" | "gain">[];

/**
 * Of every initiative that would raise something, is planned, or is needed first by one that would, what it raises alone
 * and beside the plan, and what goes into RICE and WSJF; by id.
 *
 * - Reach: questions of published dimensions whose answer it would raise; impact: points alone over reach, 0 without any.
 * - Value: what it raises by itself of the valued score, before any target.
 * - Time criticality: value x discount^(e-1), e being the first quarter it could end in, capacity aside: what the area
 *   under the curve loses when that is a quarter later. 0 where it cannot end within the plan.
 * - Enables: what those that rest on it, directly or not, would add to it together, overlaps counted once; those that are
 *   left out do not count.
 *
 * @throws RangeError when the request cannot be planned, or the plan has an initiative that is not in it
 */
export function initiativeFigures(request: PlanRequest, items: Items): InitiativeFigures[] {
  const instance = preparePlanning(request);
  if (isImpossible(instance)) throw new RangeError("the request cannot be planned");
  const { candidates, assessments, today, weights } = instance;
  const numberOf = new Map(candidates.map((c, n) => [c.id, n]));
  const planned = new Map(
    items.map((item) => {
      const n = numberOf.get(item.initiative);
      if (n === undefined) throw new RangeError(`"${item.initiative}" is not in the request`);
      return [n, item];
    }),
  );
  const finishing = [...planned].sort(([a, { endQuarter: x }], [b, { endQuarter: y }]) => x - y || a - b).map(([n]) => n);
  const idOf = (n: number) => candidates[n]!.id;
  const raises = raising(assessments, idOf);
  const atTheEnd = projection(assessments, new Set(finishing)).mean ?? today;
  const valued = valuedBy(instance);

  return candidates.flatMap((c, n): InitiativeFigures[] => {
    const raised = raises.oneAfterAnother([n]).get(n)!;
    const alone = raised.reduce((sum, { points }) => sum + points, 0);
    const reach = raised.filter(({ from, to }) => to > from).length;
    const resting = restingOn(instance, n);
    const value = valued([n]);
    const enables = resting.length === 0 ? 0 : Math.max(0, valued([n, ...resting]) - value);
    const item = planned.get(n);
    if (reach === 0 && enables <= OBJECTIVE_TOLERANCE && !item) return [];
    const { standing } = c;
    const earliestEnd = standing.kind === "free" ? standing.earliest + c.duration - 1 : null;
    const figures: InitiativeFigures = {
      ...{ initiative: c.id, startQuarter: item?.startQuarter ?? null, personWeeks: c.personWeeks, alone },
      besidePlan: item ? item.gain : Math.max(0, (projection(assessments, new Set([...finishing, n])).mean ?? today) - atTheEnd),
      sharedWith: raises.sharing(n, finishing).map(idOf).sort(),
      rice: { reach, impact: reach === 0 ? 0 : alone / reach, confidence: c.source.chance.value, effort: c.personWeeks },
      wsjf: { value, timeCriticality: earliestEnd === null ? 0 : value * weights[earliestEnd - 1]!, enables, jobSize: c.personWeeks },
    };
    return [figures];
  });
}

/** Points of the valued score that these would raise together, before any target. */
function valuedBy(instance: PlanningInstance): (numbers: readonly number[]) => number {
  const counted = { ...instance, limit: null };
  const area = areaAtTheEnd(counted, () => false);
  return (numbers) => {
    for (const n of numbers) area.finish(n, 1);
    const { total } = area;
    for (const n of numbers) area.finish(n, 0);
    return Math.max(0, total);
  };
}

/** Those that need it first, directly or through others, and are not left out. */
function restingOn({ candidates }: PlanningInstance, n: number): number[] {
  const found = new Set<number>();
  const open = [n];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const needed = next;
    candidates.forEach((c, m) => {
      if (m === n || found.has(m) || c.standing.kind === "excluded" || !c.requires.includes(needed)) return;
      found.add(m);
      open.push(m);
    });
  }
  return [...found];
}
