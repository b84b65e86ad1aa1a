import { can } from "#app/domain/access/can.ts";
import { workOf } from "#app/domain/board/board-card.ts";
import { VERDICTS } from "#app/domain/board/initiative-page-form.ts";
import { type InitiativeState, lastQuarterOf } from "#app/domain/board/initiative-state.ts";
import type { EntryPromise, RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Language } from "#app/words/language.ts";
import { dayOf } from "../board/initiative-row.server.ts";
import { initiativeOf } from "../board/read-board.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { readLedger } from "../ledger/read-ledger.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Everything on an organisation's roadmap as it goes out in a file, in the order of its board: the earliest start first, those without one last. */
export async function readRoadmapEntries(db: Database, access: Access, language: Language): Promise<RoadmapEntry[]> {
  const { id: organizationId, slug, timeZone } = access.organization;
  const promises = await promisesIn(db, organizationId, language);
  const rows = await withTenant(db, { organizationId }, (tx) =>
    tx.roadmapInitiative.findMany({
      where: { organizationId },
      orderBy: [{ startQuarter: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      include: {
        owner: { select: { person: { select: { name: true, email: true } } } },
        steps: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { text: true, doneBy: true, doneAt: true } },
        attachments: { orderBy: [{ addedAt: "asc" }, { id: "asc" }], select: { title: true, link: true } },
      },
    }),
  );
  // Whoever sees the list of people sees their addresses there.
  const seesAddresses = can(access.actor, "members.view");
  const { kpiById } = initiativesIn(language);
  return rows.map((row): RoadmapEntry => {
    const source = initiativeOf(row, language);
    const work = source && workOf(source);
    const { id, revision, startQuarter, analog, antilog, leapOfFaith, hypothesis, refutedBy, measured, owner } = row;
    return {
      ...{ id, revision, startQuarter, analog, antilog, leapOfFaith, hypothesis, refutedBy, measured },
      ...{ title: source?.title ?? row.libraryId ?? "", isOwn: row.libraryId === null, pillars: source?.pillars ?? [] },
      ...{ state: row.state as InitiativeState, lastQuarter: lastQuarterOf(startQuarter, work?.quarters ?? 1) },
      ...{ ownerName: owner?.person.name ?? null, ownerAddress: seesAddresses ? (owner?.person.email ?? null) : null },
      ...{ dueOn: dayOf(row.dueOn), startedOn: dayOf(row.startedOn), endedOn: dayOf(row.endedOn) },
      ...{ measureOn: dayOf(row.measureOn), decidedOn: dayOf(row.decidedOn), verdict: VERDICTS.find((known) => known === row.verdict) ?? null },
      ...{ effort: work?.effort ?? {}, cost: work?.cost ?? null, problem: source?.problem ?? "", done: source?.done ?? "" },
      steps: row.steps.map(({ text, doneBy, doneAt }) => ({ text, isDone: doneAt !== null, doneBy, doneOn: doneAt && dayIn(timeZone, doneAt) })),
      links: row.attachments.flatMap(({ title, link }) => (link === null ? [] : [{ title, link }])),
      files: row.attachments.flatMap(({ title, link }) => (link === null ? [title] : [])),
      kpis: (source?.kpis ?? []).map((kpi) => kpiById.get(kpi)?.title ?? kpi),
      promise: promises.get(id) ?? null,
      page: publicOrigin() + organizationPaths.initiative(slug, id),
    };
  });
}

async function promisesIn(db: Database, organizationId: string, language: Language): Promise<Map<string, EntryPromise>> {
  const { rows } = await readLedger(db, organizationId, language);
  return new Map(
    rows.map(({ id, promise, against, outcome }) => [
      id,
      { ...promise, realised: outcome && { of: outcome.points, points: outcome.realised, periods: [...new Set(against.map(({ period }) => period))] } },
    ]),
  );
}
