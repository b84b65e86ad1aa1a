import { randomUUID } from "node:crypto";
import { Prisma } from "@prisma/client";
import { planIdOf } from "#app/domain/board/own-initiative.ts";
import { type AdoptionEntry, type InitiativeEntry, renamed, type ScenarioEntry, type NewNames } from "#app/domain/export/roadmap-entries.ts";
import { dateOf, dayOf } from "../board/initiative-row.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { BroughtFile } from "../exports/read-organization-file.server.ts";
import type { NewIds, WriteInPortions } from "./import-organization.server.ts";
import type { Last, Portion } from "./organization-entries.server.ts";

/** The roadmap of an organisation, on its way into a file and out of one. */

type Entry<Of> = Record<keyof Of, unknown>;
const iso = (date: Date | null) => date?.toISOString() ?? null;
const after = (column: "createdAt" | "adoptedAt", last: Last | null) =>
  last && { OR: [{ [column]: { gt: last.at } }, { [column]: last.at, id: { gt: last.id } }] };

/** A portion of the initiatives on the board, the first that was put there first, with what hangs on each; of files what they are. */
export async function initiativeEntries(tx: Transaction, organizationId: string, last: Last | null, most: number): Promise<Portion> {
  const rows = await tx.roadmapInitiative.findMany({
    where: { organizationId, ...after("createdAt", last) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: {
      ...{ id: true, libraryId: true, own: true, state: true, startQuarter: true, ownerId: true, dueOn: true, startedOn: true, endedOn: true },
      ...{ analog: true, antilog: true, leapOfFaith: true, hypothesis: true, refutedBy: true, measureOn: true, verdict: true, measured: true },
      ...{ decidedOn: true, promise: true, createdBy: true, createdAt: true },
      steps: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { text: true, doneBy: true, doneAt: true } },
      notes: { orderBy: [{ writtenAt: "asc" }, { id: "asc" }], select: { text: true, writtenBy: true, writtenAt: true } },
      attachments: {
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
        select: { title: true, link: true, addedBy: true, addedAt: true, file: { select: { name: true, mediaType: true, size: true, sha256: true } } },
      },
    },
  });
  const entries = rows.map(
    ({ libraryId, ownerId, dueOn, startedOn, endedOn, measureOn, decidedOn, createdAt, steps, notes, attachments, ...row }): Entry<InitiativeEntry> => ({
      ...{ ...row, library: libraryId, owner: ownerId, due: dayOf(dueOn), startedOn: dayOf(startedOn), endedOn: dayOf(endedOn) },
      ...{ measureOn: dayOf(measureOn), decidedOn: dayOf(decidedOn), createdAt: iso(createdAt) },
      steps: steps.map(({ doneAt, ...step }) => ({ ...step, doneAt: iso(doneAt) })),
      notes: notes.map(({ writtenAt, ...note }) => ({ ...note, writtenAt: iso(writtenAt) })),
      attachments: attachments.map(({ addedAt, file, ...attachment }) => ({
        ...{ ...attachment, addedAt: iso(addedAt) },
        file: file && { ...file, content: "left out" },
      })),
    }),
  );
  return { entries, next: nextOf(rows, most, ({ createdAt }) => createdAt) };
}

/** A portion of the scenarios, the first that was made first. What is being planned is a scenario that waits, without what was found so far. */
export async function scenarioEntries(tx: Transaction, organizationId: string, last: Last | null, most: number): Promise<Portion> {
  const rows = await tx.scenario.findMany({
    where: { organizationId, ...after("createdAt", last) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: {
      ...{ id: true, name: true, firstQuarter: true, wishes: true, inputs: true, state: true, outcome: true, plannedAt: true },
      ...{ createdBy: true, createdAt: true },
    },
  });
  const entries = rows.map(({ plannedAt, createdAt, state, ...row }): Entry<ScenarioEntry> => {
    const isPlanned = state === "planned" || state === "impossible";
    const plan = isPlanned ? { state, plannedAt: iso(plannedAt) } : { state: "waiting", inputs: null, outcome: null, plannedAt: null };
    return { ...row, ...plan, createdAt: iso(createdAt) };
  });
  return { entries, next: nextOf(rows, most, ({ createdAt }) => createdAt) };
}

/** A portion of what was made the roadmap, the earliest first. */
export async function adoptionEntries(tx: Transaction, organizationId: string, last: Last | null, most: number): Promise<Portion> {
  const rows = await tx.roadmapAdoption.findMany({
    where: { organizationId, ...after("adoptedAt", last) },
    orderBy: [{ adoptedAt: "asc" }, { id: "asc" }],
    take: most,
    select: {
      ...{ id: true, scenarioId: true, name: true, firstQuarter: true, wishes: true, inputs: true, outcome: true, note: true },
      ...{ adoptedBy: true, adoptedAt: true },
    },
  });
  const entries = rows.map(({ scenarioId, adoptedAt, ...row }): Entry<AdoptionEntry> => ({ ...row, scenario: scenarioId, adoptedAt: iso(adoptedAt) }));
  return { entries, next: nextOf(rows, most, ({ adoptedAt }) => adoptedAt) };
}

function nextOf<Row extends { id: string }>(rows: readonly Row[], most: number, at: (row: Row) => Date): Last | null {
  const last = rows.at(-1);
  return last && rows.length === most ? { at: at(last), id: last.id } : null;
}

/** Characters of a plan that count as a row. */
const LONG_PLAN = 1_000;

/**
 * Writes the roadmap of a file into the organisation that is being made. Nobody looks after an initiative yet, and nobody is known to have written a
 * note: the people of the file are no members here. What was attached as a file does not come along. Initiatives of their own go by other names here,
 * and so do they wherever a plan names them.
 */
export async function insertRoadmap(write: WriteInPortions, file: Pick<BroughtFile, "initiatives" | "plans">, ids: NewIds): Promise<void> {
  const { initiatives } = file;
  const owns = initiatives.filter(({ library }) => library === null).map(({ id }): [string, string] => [planIdOf(id), planIdOf(ids.get(id)!)]);
  const names: NewNames = { cycles: ids, initiatives: new Map(owns) };
  await write(initiatives, (tx, portion) => tx.roadmapInitiative.createMany({ data: portion.map((entry) => initiativeRow(entry, ids, names)) }));
  const of = <Line, Row>(lines: (entry: InitiativeEntry) => readonly Line[], row: (line: Line, index: number) => Row) =>
    initiatives.flatMap((entry) => lines(entry).map((line, index) => ({ ...row(line, index), initiativeId: ids.get(entry.id)! })));
  const steps = of(
    ({ steps: own }) => own,
    (step, index) => ({ ...step, position: index + 1 }),
  );
  await write(steps, (tx, data) => tx.roadmapStep.createMany({ data }));
  const notes = of(
    ({ notes: own }) => own,
    (note) => note,
  );
  await write(notes, (tx, data) => tx.roadmapNote.createMany({ data }));
  const links = of(
    ({ attachments }) => attachments.filter(({ link }) => link !== null),
    ({ file: _, ...attachment }) => attachment,
  );
  await write(links, (tx, data) => tx.roadmapAttachment.createMany({ data }));
  for await (const { key, entry } of file.plans()) {
    const weightOf = (of: ScenarioEntry | AdoptionEntry) => 1 + Math.floor(JSON.stringify(of).length / LONG_PLAN);
    if (key === "scenarios") await write([entry], (tx) => tx.scenario.createMany({ data: [scenarioRow(entry, ids, names)] }), weightOf);
    else await write([entry], (tx) => tx.roadmapAdoption.createMany({ data: [adoptionRow(entry, ids, names)] }), weightOf);
  }
}

function initiativeRow(
  { id, library, owner: _, own, due, startedOn, endedOn, measureOn, decidedOn, promise, steps: __, notes: ___, attachments: ____, ...entry }: InitiativeEntry,
  ids: NewIds,
  names: NewNames,
): Prisma.RoadmapInitiativeCreateManyInput {
  return {
    ...{ ...entry, id: ids.get(id)!, libraryId: library, dueOn: dateOf(due), startedOn: dateOf(startedOn), endedOn: dateOf(endedOn) },
    ...{ measureOn: dateOf(measureOn), decidedOn: dateOf(decidedOn) },
    own: own === null ? Prisma.DbNull : (renamed(own, names) as Prisma.InputJsonObject),
    promise: promise === null ? Prisma.DbNull : renamed(promise, names),
  };
}

function scenarioRow({ id, wishes, inputs, outcome, ...entry }: ScenarioEntry, ids: NewIds, names: NewNames): Prisma.ScenarioCreateManyInput {
  return {
    ...{ ...entry, id: ids.get(id)!, wishes: renamed(wishes, names) },
    inputs: inputs === null ? Prisma.DbNull : renamed(inputs, names),
    outcome: outcome === null ? Prisma.DbNull : renamed(outcome, names),
  };
}

function adoptionRow(
  { id: _, scenario, wishes, inputs, outcome, ...entry }: AdoptionEntry,
  ids: NewIds,
  names: NewNames,
): Prisma.RoadmapAdoptionCreateManyInput {
  return {
    // One that was gone there is gone here too.
    ...{ ...entry, scenarioId: ids.get(scenario) ?? randomUUID() },
    ...{ wishes: renamed(wishes, names), inputs: renamed(inputs, names), outcome: renamed(outcome, names) },
  };
}
