import type { PlanDesk } from "./plan-desk.server.ts";

let bound: PlanDesk | undefined;

/** Binds the desk that was set up at start; the server calls it once, before it listens. */
export function bindPlanDesk(desk: PlanDesk): void {
  bound = desk;
}

export function planDesk(): PlanDesk {
  if (!bound) throw new Error("a plan is asked for before the server has started");
  return bound;
}
