import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import type { NamingInitiative } from "#app/domain/kpis/initiative-marks.ts";
import type { Language } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { dayOf } from "./initiative-row.server.ts";
import { initiativeOf } from "./read-board.server.ts";

/** The initiatives on an organisation's roadmap that name a KPI of the library, the earliest start first. @param tx inside of its door */
export async function initiativesNaming(tx: Transaction, organizationId: string, libraryId: string, language: Language): Promise<NamingInitiative[]> {
  const rows = await tx.roadmapInitiative.findMany({
    where: { organizationId },
    orderBy: [{ startQuarter: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, libraryId: true, own: true, state: true, startQuarter: true, startedOn: true, endedOn: true },
  });
  return rows.flatMap(({ id, state, startQuarter, startedOn, endedOn, ...row }) => {
    const source = initiativeOf({ id, ...row }, language);
    if (!source?.kpis.includes(libraryId)) return [];
    return [{ id, title: source.title, state: state as InitiativeState, startQuarter, startedOn: dayOf(startedOn), endedOn: dayOf(endedOn) }];
  });
}
