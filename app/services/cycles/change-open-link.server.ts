import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";
import { addOpenLink, revokeOpenLinks } from "./open-link.server.ts";

export type LinkOutcome = { kind: "made" | "ended" | "closed" } | CycleRefusal;

/** Makes the open link of a cycle, in place of one that there was, or (`until` null) ends it. */
export function changeOpenLink(db: Database, access: Access, id: string, until: Date | null, time: ChangeTime): Promise<LinkOutcome> {
  return changeHeldCycle(db, access, id, time, async (tx, { organizationId, state, object }): Promise<LinkOutcome> => {
    if (until === null) {
      if ((await revokeOpenLinks(tx, organizationId, id, time.now)) > 0) await recordEvent(tx, access, { action: "cycle.link_ended", object });
      return { kind: "ended" };
    }
    if (state === "closed") return { kind: "closed" };
    await addOpenLink(tx, access, id, until, time);
    await recordEvent(tx, access, { action: "cycle.link_made", object, detail: { untilAfter: until.toISOString() } });
    return { kind: "made" };
  });
}
