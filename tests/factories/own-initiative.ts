import type { OwnInitiative } from "#app/domain/board/own-initiative.ts";

/** An initiative of an organisation's own, with as little in it as there may be. */
export function ownInitiative(more: Partial<OwnInitiative> = {}): OwnInitiative {
  return {
    ...{ title: "Paint the front desk", pillars: ["people"], problem: "", done: "", effort: { people: { low: 1, likely: 2, high: 3 } }, effortReason: "" },
    ...{ cost: { currency: "EUR", low: 0, likely: 0, high: 0 }, quarters: 1, requires: [], raises: [], chance: { value: 0.5, reason: "" } },
    ...{ pilot: "", byHand: "", kpis: [], hypothesis: "", refutedBy: "", checklist: [], owner: "" },
    ...more,
  };
}
