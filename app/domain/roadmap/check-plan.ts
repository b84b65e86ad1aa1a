import { PILLARS } from "../assessment/vocabulary.ts";
import type { PlanRequest, Starts } from "./plan.ts";

export type PlanFault = {
  kind: "unknown" | "horizon" | "capacity" | "budget" | "prerequisite" | "pin" | "excluded";
  /** One plain sentence. */
  message: string;
};

/** Sums of twelfths of person-weeks and of EUR: what is above a limit by less than this is floating-point noise. */
const TOLERANCE = 1e-6;

/**
 * Checks start quarters (1..Q by initiative id) against everything a request demands: known and not excluded
 * initiatives, whole quarters, an end within the horizon, prerequisites in the plan and finished before, pins kept,
 * capacity of every pool and the budget in every quarter. Reads the request itself and nothing the planner has made.
 * Returns an empty list when all is well.
 */
export function checkPlan(request: PlanRequest, starts: Starts): PlanFault[] {
  const { settings } = request;
  const byId = new Map(request.initiatives.map((initiative) => [initiative.id, initiative]));
  const startOf = new Map(Object.entries(starts));
  const faults: PlanFault[] = [];
  const fault = (kind: PlanFault["kind"], message: string) => void faults.push({ kind, message });

  const planned = [...startOf].flatMap(([id, start]) => {
    const initiative = byId.get(id);
    if (!initiative) fault("unknown", `There is no initiative "${id}".`);
    return initiative ? [{ initiative, start, end: start + initiative.quarters - 1 }] : [];
  });
  const endOf = new Map(planned.map(({ initiative, end }) => [initiative.id, end]));

  for (const { initiative, start, end } of planned) {
    const { id } = initiative;
    if (!Number.isInteger(start) || start < 1 || end > settings.quarters) {
      fault("horizon", `"${id}" starts in quarter ${start} and ends in ${end} of ${settings.quarters}.`);
    }
    if (settings.excluded.includes(id)) fault("excluded", `"${id}" is excluded.`);
    for (const required of initiative.requires) {
      const before = endOf.get(required);
      if (before === undefined) fault("prerequisite", `"${id}" needs "${required}", which is not in the plan.`);
      else if (before >= start) fault("prerequisite", `"${id}" starts in quarter ${start}, before "${required}" has ended.`);
    }
  }
  for (const [id, pin] of Object.entries(settings.pinned)) {
    const start = startOf.get(id);
    if (start === undefined) fault("pin", `"${id}" is pinned and not in the plan.`);
    else if (pin !== "any" && pin !== start) fault("pin", `"${id}" is pinned to quarter ${pin} and starts in ${start}.`);
  }
  for (let quarter = 1; quarter <= settings.quarters; quarter++) {
    const atWork = planned.filter(({ start, end }) => start <= quarter && quarter <= end).map(({ initiative }) => initiative);
    for (const pool of PILLARS) {
      const used = atWork.reduce((sum, i) => sum + (i.effort[pool]?.likely ?? 0) / i.quarters, 0);
      const available = settings.capacity[pool]?.[quarter - 1] ?? 0;
      if (used > available + TOLERANCE) fault("capacity", `${used} person-weeks of ${pool} in quarter ${quarter}; there are ${available}.`);
    }
    const spent = atWork.reduce((sum, i) => sum + i.cost.likely / i.quarters, 0);
    const budget = settings.budget?.[quarter - 1];
    if (budget !== undefined && spent > budget + TOLERANCE) fault("budget", `${spent} EUR in quarter ${quarter}; there are ${budget}.`);
  }
  return faults;
}
