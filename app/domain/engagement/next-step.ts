import { can, type Scope } from "../access/can.ts";
import type { CycleState } from "../cycles/cycle-state.ts";

/** A client's latest cycle as a consultant sees it; `answered` is null where the engagement does not show how many have answered. */
export type LastCycle = { period: string; state: CycleState; answered: number | null };
export type NextStep = "begin" | "wait-for-begin" | "planned" | "open" | "look" | "closed";

/** What there is to do next for a client, by what the engagement allows. */
export function nextStep(cycle: LastCycle | null, scopes: readonly Scope[]): NextStep {
  const actor = { kind: "consultant", scopes } as const;
  if (cycle === null) return can(actor, "cycles.run") ? "begin" : "wait-for-begin";
  if (cycle.state !== "closed") return cycle.state;
  return can(actor, "results.view") ? "look" : "closed";
}
