import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { addAsked, type Asked, hasRoomFor } from "./add-asked.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";
import { inviteNew } from "./invite-asked.server.ts";

export type AddOutcome = { kind: "added"; count: number } | { kind: "closed" | "too-many" } | CycleRefusal;

/** Asks more people in a cycle that is not closed; they are told now, or with the others once it opens. Nudge the mails after the commit. @returns how many are new */
export function addPeople(db: Database, access: Access, id: string, asked: Omit<Asked, "functions">, time: ChangeTime): Promise<AddOutcome> {
  return changeHeldCycle(db, access, id, time, async (tx, { organizationId, state, hasInvited, object }): Promise<AddOutcome> => {
    if (state === "closed") return { kind: "closed" };
    if (!(await hasRoomFor(tx, organizationId, asked.addresses.length, time.now))) return { kind: "too-many" };
    const count = await addAsked(tx, organizationId, id, { ...asked, functions: [] });
    if (hasInvited && state === "open") await inviteNew(tx, organizationId, [id], time);
    if (count > 0) await recordEvent(tx, access, { action: "cycle.people_added", object, detail: { people: count } });
    return { kind: "added", count };
  });
}
