import type { Prisma } from "@prisma/client";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { type Bet, type Decision, VERDICTS } from "#app/domain/board/initiative-page-form.ts";
import { type OwnInitiative, ownInitiativeSchema } from "#app/domain/board/own-initiative.ts";
import type { Language } from "#app/words/language.ts";
import { isId } from "../db/is-id.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { initiativeOf } from "./read-board.server.ts";

const COLUMNS = {
  ...{ id: true, libraryId: true, own: true, state: true, startQuarter: true, dueOn: true, startedOn: true, endedOn: true, analog: true, antilog: true },
  ...{ leapOfFaith: true, hypothesis: true, refutedBy: true, measureOn: true, verdict: true, measured: true, decidedOn: true, createdBy: true },
  ...{ createdAt: true, revision: true, owner: { select: { id: true, person: { select: { name: true } } } } },
} satisfies Prisma.RoadmapInitiativeSelect;

/** An initiative of a roadmap as it is stored, without what hangs on it. Days are ISO dates. */
export type StoredInitiative = Bet &
  Decision & {
    id: string;
    libraryId: string | null;
    own: OwnInitiative | null;
    state: InitiativeState;
    startQuarter: string | null;
    owner: { id: string; name: string } | null;
    due: string | null;
    startedOn: string | null;
    endedOn: string | null;
    createdBy: string;
    createdAt: Date;
    revision: number;
  };

/** One of them inside the organisation's door; null for an id of none, and of another organisation's. */
export async function initiativeIn(tx: Transaction, organizationId: string, id: string): Promise<StoredInitiative | null> {
  if (!isId(id)) return null;
  const row = await tx.roadmapInitiative.findUnique({ where: { organizationId_id: { organizationId, id } }, select: COLUMNS });
  if (!row) return null;
  const { own, state, owner, dueOn, startedOn, endedOn, measureOn, verdict, decidedOn, ...rest } = row;
  return {
    ...rest,
    own: own === null ? null : ownInitiativeSchema.parse(own),
    state: state as InitiativeState,
    owner: owner && { id: owner.id, name: owner.person.name },
    ...{ due: dayOf(dueOn), startedOn: dayOf(startedOn), endedOn: dayOf(endedOn), measureOn: dayOf(measureOn), decidedOn: dayOf(decidedOn) },
    verdict: VERDICTS.find((known) => known === verdict) ?? null,
  };
}

/** What it is called; its id where the library has it no more. */
export function titleIn(row: Pick<StoredInitiative, "id" | "libraryId"> & { own: unknown }, language: Language): string {
  return initiativeOf(row, language)?.title ?? row.libraryId ?? "";
}

/** A day of the database as text. */
export function dayOf(day: Date | null): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}

/** A day as the database takes it. */
export function dateOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
