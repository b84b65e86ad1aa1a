import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";

export type ClosingOutcome =
  { kind: "changed" | "already-closed" | "too-early" } | { kind: "conflict"; closedAt: Date | null; closesAt: Date | null; revision: number } | CycleRefusal;

/**
 * Changes when a cycle closes by itself.
 * @param wanted `revision`: the one that was looked at; `closesAt` null: when somebody closes it
 * @returns a conflict, with what somebody else has saved, when it is not what it was when it was looked at
 */
export function changeClosing(
  db: Database,
  access: Access,
  id: string,
  { revision, closesAt }: { revision: number; closesAt: Date | null },
  time: Pick<ChangeTime, "language" | "now">,
): Promise<ClosingOutcome> {
  return changeHeldCycle(db, access, id, time, async (tx, cycle): Promise<ClosingOutcome> => {
    const { organizationId, closesAt: before, closedAt, object } = cycle;
    // What somebody else has saved in the same words is no conflict, and no change.
    if (before?.getTime() === closesAt?.getTime() && cycle.state !== "closed") return { kind: "changed" };
    if (cycle.revision !== revision) return { kind: "conflict", closedAt, closesAt: before, revision: cycle.revision };
    if (cycle.state === "closed") return { kind: "already-closed" };
    const { opensAt } = await tx.cycle.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } }, select: { opensAt: true } });
    if (closesAt && opensAt && closesAt <= opensAt) return { kind: "too-early" };
    await tx.cycle.updateMany({ where: { organizationId, id }, data: { closesAt, revision: { increment: 1 } } });
    const detail = { closesAtBefore: before?.toISOString() ?? null, closesAtAfter: closesAt?.toISOString() ?? null };
    await recordEvent(tx, access, { action: "cycle.changed", object, detail });
    return { kind: "changed" };
  });
}
