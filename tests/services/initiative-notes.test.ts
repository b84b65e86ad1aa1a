import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addNote, removeNote, restoreNote } from "#app/services/board/change-notes.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";
import { NOW, initiativeStage } from "../factories/initiative-stage.ts";

describe.each(await testDatabases())("notes of an initiative, on $name", ({ open }) => {
  const { db, added, read, actions } = initiativeStage(open);

  it("have notes, which who wrote them removes, or who looks after the people", async () => {
    const owner = await makeOrganization(db(), "Birch", { name: "Maria" });
    const [anna, bo] = [await makeMember(db(), owner, "analyst", { name: "Anna" }), await makeMember(db(), owner, "analyst", { name: "Bo" })];
    const id = await added(owner);
    const note = { once: randomUUID(), note: "We try one team first." };
    await Promise.all([1, 2].map(() => addNote(db(), anna, id, note, NOW)));
    expect((await read(anna, id)).notes).toEqual([{ id: note.once, text: note.note, writtenBy: "Anna", writtenAt: NOW.toISOString(), mayRemove: true }]);
    expect([(await read(bo, id)).notes[0]!.mayRemove, (await read(owner, id)).notes[0]!.mayRemove]).toEqual([false, true]);
    expect(await removeNote(db(), bo, id, note.once, NOW)).toEqual({ kind: "not-allowed" });
    const removal = await removeNote(db(), owner, id, note.once, NOW);
    if (!("removed" in removal)) throw new Error(removal.kind);
    expect(await removeNote(db(), anna, id, note.once, NOW)).toEqual({ kind: "gone" });
    // It is still hers.
    expect(await restoreNote(db(), owner, id, removal.removed, NOW)).toEqual({ kind: "done" });
    expect((await read(anna, id)).notes).toMatchObject([{ id: note.once, text: note.note, writtenBy: "Anna", writtenAt: NOW.toISOString() }]);
    expect(await actions(owner)).toEqual(["initiative.added", "initiative.note_added", "initiative.note_removed", "initiative.note_restored"]);
  });

  it("have notes that nobody removes by being called like who wrote them, and that name nobody who was erased meanwhile", async () => {
    const owner = await makeOrganization(db(), "Larch", { name: "Maria" });
    const [anna, other] = [await makeMember(db(), owner, "analyst", { name: "Anna" }), await makeMember(db(), owner, "analyst", { name: "Anna" })];
    const id = await added(owner);
    const note = { once: randomUUID(), note: "We try one team first." };
    await addNote(db(), anna, id, note, NOW);
    const mayRemove = async (access: Access) => (await read(access, id)).notes.map((found) => found.mayRemove);
    expect([await mayRemove(anna), await mayRemove(other), await mayRemove(owner)]).toEqual([[true], [false], [true]]);
    expect(await removeNote(db(), other, id, note.once, NOW)).toEqual({ kind: "not-allowed" });
    const removal = await removeNote(db(), anna, id, note.once, NOW);
    if (!("removed" in removal)) throw new Error(removal.kind);
    // Put back by somebody else it is still hers.
    await restoreNote(db(), other, id, removal.removed, NOW);
    expect([await mayRemove(anna), await mayRemove(other)]).toEqual([[true], [false]]);
    expect(await removeNote(db(), anna, id, note.once, NOW)).toMatchObject({ kind: "removed" });
    await erasePerson(db(), anna.person);
    await restoreNote(db(), owner, id, removal.removed, NOW);
    expect((await read(owner, id)).notes).toMatchObject([{ text: note.note, writtenBy: "" }]);
    expect([await mayRemove(other), await mayRemove(owner)]).toEqual([[false], [true]]);
  });

  it("have notes that stay when who wrote them is erased, as nobody's", async () => {
    const owner = await makeOrganization(db(), "Yew", { name: "Maria" });
    const anna = await makeMember(db(), owner, "analyst", { name: "Anna" });
    const id = await added(owner);
    await addNote(db(), anna, id, { once: randomUUID(), note: "Kept." }, NOW);
    await erasePerson(db(), anna.person);
    expect((await read(owner, id)).notes).toMatchObject([{ text: "Kept.", writtenBy: "" }]);
    const stored = await withTenant(db(), { organizationId: owner.organization.id }, (tx) => tx.roadmapNote.findMany({ select: { writtenById: true } }));
    expect(stored).toEqual([{ writtenById: null }]);
  });
});
