import { isDeepStrictEqual } from "node:util";
import { type OwnInitiative, planIdOf } from "#app/domain/board/own-initiative.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { circleOf } from "./circle-of.server.ts";
import { initiativeIn } from "./initiative-row.server.ts";
import { putOnBoard } from "./put-on-board.server.ts";

/** Initiatives of an organisation; more are a catalogue, and no roadmap. */
export const MOST_INITIATIVES = 400;

/** `there`: it is on the roadmap already; `full`: there are as many as there can be. */
export type AddOutcome = { kind: "added" | "there"; id: string } | { kind: "full" | "not-found" | "not-allowed" };

/**
 * Puts an initiative of the library on the roadmap, as a proposal: once, however often it is asked for. Its checklist, its hypothesis and what would refute it
 * are copied in the language of who adds it, as a beginning.
 */
export async function addFromLibrary(
  db: Database,
  access: Access,
  libraryId: string,
  { language, now }: { language: Language; now: Date },
): Promise<AddOutcome> {
  const organizationId = access.organization.id;
  const source = initiativesIn(language).initiativeById.get(libraryId);
  if (!source) return { kind: "not-found" };
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    // The organisation is held: nobody adds another one meanwhile.
    const there = await tx.roadmapInitiative.findUnique({ where: { organizationId_libraryId: { organizationId, libraryId } }, select: { id: true } });
    if (there) return { kind: "there", id: there.id };
    if (await isFull(tx, organizationId)) return { kind: "full" };
    const id = await putOnBoard(tx, access, { libraryId, initiative: source }, now);
    await note(tx, access, id, initiativesIn(SOURCE_LANGUAGE).initiativeById.get(libraryId)!.title);
    return { kind: "added", id };
  });
}

/** `used`: the same form made another one before; `circle`: what it rests on would lead back to it, along these titles. */
export type OwnOutcome = AddOutcome | { kind: "used" } | { kind: "circle"; titles: string[] };

/** Puts an initiative of the organisation's own on its roadmap, as a proposal. The same form sent twice (`once`) makes one. */
export async function addOwn(
  db: Database,
  access: Access,
  once: string,
  own: OwnInitiative,
  { language, now }: { language: Language; now: Date },
): Promise<OwnOutcome> {
  const organizationId = access.organization.id;
  return withTenant<OwnOutcome>(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    const there = await initiativeIn(tx, organizationId, once);
    if (there) return isDeepStrictEqual(there.own, own) ? { kind: "there", id: once } : { kind: "used" };
    if (await isFull(tx, organizationId)) return { kind: "full" };
    const titles = await circleOf(tx, organizationId, { planId: planIdOf(once), own }, language);
    if (titles) return { kind: "circle", titles };
    await putOnBoard(tx, access, { id: once, own }, now);
    await note(tx, access, once, own.title);
    return { kind: "added", id: once };
  });
}

async function isFull(tx: Transaction, organizationId: string): Promise<boolean> {
  return (await tx.roadmapInitiative.count({ where: { organizationId } })) >= MOST_INITIATIVES;
}

function note(tx: Transaction, access: Access, id: string, title: string): Promise<void> {
  return recordEvent(tx, access, { action: "initiative.added", object: { kind: "initiative", id, name: title } });
}
