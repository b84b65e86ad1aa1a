import type { Pillar } from "../assessment/vocabulary.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { InitiativeState } from "./initiative-state.ts";

/** What an initiative takes: likely person-weeks and EUR in total, spread evenly over its quarters. `requires` are ids as plans have them. */
export type Work = { quarters: number; effort: Partial<Record<Pillar, number>>; cost: number; requires: readonly string[] };

/**
 * An initiative as far as a check of the board wants to know it. `work` is null where the library has it no more; `endedOn` is an ISO date, null
 * while it goes on.
 */
export type BoardEntry = {
  id: string;
  planId: string;
  title: string;
  state: InitiativeState;
  startQuarter: string | null;
  endedOn: string | null;
  work: Work | null;
};

/** One as a board shows it: plain JSON. Days are ISO dates. */
export type BoardCard = BoardEntry & {
  isOwn: boolean;
  /** What its title is written in; null: in whatever they write. */
  language: string | null;
  pillars: readonly Pillar[];
  ownerId: string | null;
  ownerName: string | null;
  dueOn: string | null;
  startedOn: string | null;
  steps: { all: number; done: number };
  revision: number;
};

export function workOf({ quarters, effort, cost, requires }: Pick<Initiative, "quarters" | "effort" | "cost" | "requires">): Work {
  const likely = Object.entries(effort).flatMap(([pool, estimate]) => (estimate ? [[pool, estimate.likely]] : []));
  return { quarters, effort: Object.fromEntries(likely) as Work["effort"], cost: cost.likely, requires };
}
