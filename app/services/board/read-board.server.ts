import { type InitiativeState } from "#app/domain/board/initiative-state.ts";
import { asInitiative, ownInitiativeSchema } from "#app/domain/board/own-initiative.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { Language } from "#app/words/language.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** Days are ISO dates, quarters such as "2027-Q1". */
export type BoardInitiative = {
  id: string;
  /** What it goes by in plans. */
  planId: string;
  isOwn: boolean;
  /** Its fields in the reader's language; null for one that the library has no more. */
  source: Initiative | null;
  title: string;
  state: InitiativeState;
  startQuarter: string | null;
  ownerId: string | null;
  ownerName: string | null;
  dueOn: string | null;
  startedOn: string | null;
  endedOn: string | null;
  steps: { all: number; done: number };
  revision: number;
};

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Everything on an organisation's roadmap, whatever has become of it; the earliest start first, those without one last. @param tx inside of its door */
export async function boardInitiatives(tx: Transaction, organizationId: string, language: Language): Promise<BoardInitiative[]> {
  const rows = await tx.roadmapInitiative.findMany({
    where: { organizationId },
    orderBy: [{ startQuarter: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, libraryId: true, own: true, state: true, startQuarter: true, ownerId: true, dueOn: true, startedOn: true, endedOn: true },
      ...{ revision: true, owner: { select: { person: { select: { name: true } } } }, steps: { select: { doneAt: true } } },
    },
  });
  return rows.map(({ libraryId, own, state, owner, dueOn, startedOn, endedOn, steps, ...row }) => {
    const source = initiativeOf({ id: row.id, libraryId, own }, language);
    return {
      ...row,
      ...{ planId: source?.id ?? libraryId ?? row.id, isOwn: libraryId === null, source, title: source?.title ?? libraryId ?? "" },
      ...{ state: state as InitiativeState, ownerName: owner?.person.name ?? null },
      ...{ dueOn: day(dueOn), startedOn: day(startedOn), endedOn: day(endedOn) },
      steps: { all: steps.length, done: steps.filter(({ doneAt }) => doneAt !== null).length },
    };
  });
}

/** What a row is: an initiative of the library in a language, or their own; null for one that the library has no more. */
export function initiativeOf(row: { id: string; libraryId: string | null; own: unknown }, language: Language): Initiative | null {
  if (row.libraryId === null) return asInitiative(row.id, ownInitiativeSchema.parse(row.own));
  return initiativesIn(language).initiativeById.get(row.libraryId) ?? null;
}
