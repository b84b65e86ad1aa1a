import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";
import { cycleToTell, remindAsked } from "./remind.server.ts";

/**
 * Reminds, by hand, those of an open cycle who have not answered and were not written to for a day. Nudge the mails after the commit.
 * @returns how many; null in an anonymous cycle, where of one person who was asked by themselves it would tell whether they have answered
 */
export function remindNow(
  db: Database,
  access: Access,
  id: string,
  time: ChangeTime,
): Promise<{ kind: "reminded"; count: number | null } | { kind: "not-open" } | CycleRefusal> {
  return changeHeldCycle(db, access, id, time, async (tx, { state, organizationId, object }) => {
    const cycle = state === "open" ? await cycleToTell(tx, organizationId, id) : null;
    if (!cycle) return { kind: "not-open" } as const;
    const count = await remindAsked(tx, cycle, time);
    if (cycle.isAnonymous) await recordEvent(tx, access, { action: "cycle.reminded", object, detail: {} });
    else if (count > 0) await recordEvent(tx, access, { action: "cycle.reminded", object, detail: { people: count } });
    return { kind: "reminded", count: cycle.isAnonymous ? null : count } as const;
  });
}
