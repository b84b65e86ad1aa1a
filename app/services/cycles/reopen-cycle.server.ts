import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";

/** `conflict`: it is not as it was when it was looked at; `not-yet`: the figures of an anonymous one are being computed, and would be of others later. */
export type ReopenOutcome = { kind: "reopened" | "not-closed" | "not-yet" } | { kind: "conflict"; closedAt: Date | null; closesAt: Date | null } | CycleRefusal;

/**
 * Opens a closed cycle again, for a reason that stands on its page and in the trail. An anonymous one in which five people or more have
 * answered first needs its team result: until it is computed its answers may be shown together, and with one more that one could be told.
 * @param again `revision`: the one that was looked at; `closesAt`: when it closes by itself this time
 */
export function reopenCycle(
  db: Database,
  access: Access,
  id: string,
  { revision, reason, closesAt }: { revision: number; reason: string; closesAt: Date | null },
  time: Pick<ChangeTime, "language" | "now">,
): Promise<ReopenOutcome> {
  return changeHeldCycle(db, access, id, time, async (tx, cycle): Promise<ReopenOutcome> => {
    const { organizationId, isAnonymous, isResultDue, remindEveryDays, object } = cycle;
    if (cycle.revision !== revision) return { kind: "conflict", closedAt: cycle.closedAt, closesAt: cycle.closesAt };
    if (cycle.state !== "closed") return { kind: "not-closed" };
    if (isAnonymous && isResultDue) {
      const answered = await tx.response.count({ where: { organizationId, cycleId: id, submittedAt: { not: null } } });
      if (answered >= SMALLEST_GROUP) return { kind: "not-yet" };
    }
    const nextReminderAt = remindEveryDays === null ? null : new Date(time.now.getTime() + remindEveryDays * 24 * 3600 * 1000);
    await tx.cycle.updateMany({
      where: { organizationId, id },
      data: { closedAt: null, closesAt, reopenedReason: reason, isResultDue: false, nextReminderAt, revision: { increment: 1 } },
    });
    await recordEvent(tx, access, { action: "cycle.reopened", object, detail: { reason } });
    return { kind: "reopened" };
  });
}
