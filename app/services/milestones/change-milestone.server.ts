import type { Happening } from "#app/domain/milestones/milestone-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { isoDate } from "./list-milestones.server.ts";

export type MilestoneChange = Happening & { id: string; revision: number };
export type MilestoneOutcome = { kind: "changed" } | { kind: "gone" } | { kind: "not-allowed" } | { kind: "conflict"; now: Happening & { revision: number } };

/**
 * Changes the day or the words of a milestone.
 * @returns a conflict, with what somebody else has saved, when it is not what it was when it was looked at (`revision`); "gone" for one that
 *   was removed, and for another organisation's
 */
export async function changeMilestone(db: Database, access: Access, { id, revision, on, title }: MilestoneChange, now: Date): Promise<MilestoneOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const found = await tx.milestone.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { on: true, title: true, revision: true },
    });
    if (!found) return { kind: "gone" };
    const saved = { on: isoDate(found.on), title: found.title };
    const detail = changesOf(saved, { on, title });
    // What somebody else has saved in the same words is no conflict, and no change.
    if (Object.keys(detail).length === 0) return { kind: "changed" };
    if (found.revision !== revision) return { kind: "conflict", now: { ...saved, revision: found.revision } };
    await tx.milestone.updateMany({ where: { organizationId, id, revision }, data: { on: new Date(on), title, revision: { increment: 1 } } });
    await recordEvent(tx, access, { action: "milestone.changed", object: { kind: "milestone", id, name: `${on}: ${title}` }, detail });
    return { kind: "changed" };
  });
}
