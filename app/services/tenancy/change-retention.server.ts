import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

/** How many days an organisation keeps unfinished responses and old events; null: as long as the organisation. */
export function readRetention(db: Database, { organization: { id } }: Access): Promise<number | null> {
  return withTenant(
    db,
    { organizationId: id },
    async (tx) => (await tx.organization.findUniqueOrThrow({ where: { id }, select: { retentionDays: true } })).retentionDays,
  );
}

/** Says for how long they are kept; the next daily tidying goes by it. Saying the same again changes and records nothing. */
export function changeRetention(db: Database, access: Access, retentionDays: number | null): Promise<"done" | "not-allowed"> {
  const { id, name } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { role, isLeaving } = await lockOrganization(tx, access);
    if (role !== "owner" || isLeaving) return "not-allowed";
    const before = await tx.organization.findUniqueOrThrow({ where: { id }, select: { retentionDays: true } });
    if (before.retentionDays === retentionDays) return "done";
    await tx.organization.updateMany({ where: { id }, data: { retentionDays } });
    await recordEvent(tx, access, {
      action: "organization.retention_changed",
      object: { kind: "organization", id, name },
      detail: { retentionDaysBefore: before.retentionDays, retentionDaysAfter: retentionDays },
    });
    return "done";
  });
}
