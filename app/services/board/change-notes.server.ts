import { isDeepStrictEqual } from "node:util";
import { can } from "#app/domain/access/can.ts";
import { MOST_NOTES } from "#app/domain/board/initiative-page-form.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeWithin, type Refused } from "./change-within.server.ts";
import type { Sealed } from "./undo-seal.server.ts";

/** `used`: the same form added another note before. */
export type NoteOutcome = Refused | { kind: "done" | "gone" | "full" | "used" };

/** Whether somebody may remove a note: who wrote it, which no name says, and who looks after the people of the organisation. */
export function mayRemoveNote({ actor, person }: Access, { writtenById }: { writtenById: string | null }): boolean {
  return writtenById === person.personId || can(actor, "members.manage");
}

/** Adds a note. The same form sent twice (`once`) adds one. */
export function addNote(db: Database, access: Access, id: string, { once, note: text }: { once: string; note: string }, now: Date): Promise<NoteOutcome> {
  return put(
    db,
    access,
    id,
    { id: once, text, writtenBy: access.person.name, writtenById: access.person.personId, writtenAt: now },
    "initiative.note_added",
    now,
  );
}

/** Removes a note and gives back what it was, so that it can be put back. */
export function removeNote(db: Database, access: Access, id: string, noteId: string, now: Date): Promise<NoteOutcome | { kind: "removed"; removed: Sealed }> {
  return changeWithin<NoteOutcome | { kind: "removed"; removed: Sealed }>(db, access, id, now, async ({ tx, organizationId, note }) => {
    const found = await tx.roadmapNote.findFirst({
      where: { organizationId, initiativeId: id, id: noteId },
      select: { text: true, writtenBy: true, writtenById: true, writtenAt: true },
    });
    if (!found) return { kind: "gone" };
    if (!mayRemoveNote(access, found)) return { kind: "not-allowed" };
    await tx.roadmapNote.deleteMany({ where: { organizationId, id: noteId } });
    await note("initiative.note_removed");
    const { text, writtenBy, writtenById, writtenAt } = found;
    return { kind: "removed", removed: { id: noteId, text, by: writtenBy, byId: writtenById ?? "", at: writtenAt.toISOString() } };
  });
}

/**
 * Puts back a note that was removed, as its author's; as nobody's where its author is not among the people here any more, for they may have been
 * erased meanwhile. @param removed as its seal says
 */
export function restoreNote(db: Database, access: Access, id: string, { id: noteId, text, by, byId, at }: Sealed, now: Date): Promise<NoteOutcome> {
  const row = { id: noteId, text, writtenBy: by, writtenById: byId || null, writtenAt: new Date(at) };
  return put(db, access, id, row, "initiative.note_restored", now);
}

function put(
  db: Database,
  access: Access,
  id: string,
  row: { id: string; text: string; writtenBy: string; writtenById: string | null; writtenAt: Date },
  action: "initiative.note_added" | "initiative.note_restored",
  now: Date,
): Promise<NoteOutcome> {
  return changeWithin<NoteOutcome>(db, access, id, now, async ({ tx, organizationId, note }) => {
    const before = await tx.roadmapNote.findFirst({ where: { organizationId, id: row.id }, select: { initiativeId: true, text: true } });
    if (before) return { kind: isDeepStrictEqual(before, { initiativeId: id, text: row.text }) ? "done" : "used" };
    if ((await tx.roadmapNote.count({ where: { organizationId, initiativeId: id } })) >= MOST_NOTES) return { kind: "full" };
    const isHere = row.writtenById === null || (await tx.person.count({ where: { id: row.writtenById } })) > 0;
    const whose = isHere ? {} : { writtenBy: "", writtenById: null };
    await tx.roadmapNote.createMany({ data: [{ ...row, ...whose, initiativeId: id }] });
    await note(action);
    return { kind: "done" };
  });
}
