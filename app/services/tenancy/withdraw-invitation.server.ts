import { roleSchema } from "#app/domain/access/can.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization, mayGrant } from "./lock-organization.server.ts";

/** Withdraws an open invitation: its link opens nothing any more, and says so. */
export async function withdrawInvitation(db: Database, access: Access, id: string, now: Date): Promise<"done" | "not-found" | "not-open" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const acting = await lockOrganization(tx, access);
    const found = await tx.invitation.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { address: true, role: true } });
    if (!found) return "not-found";
    if (!mayGrant(acting, roleSchema.parse(found.role))) return "not-allowed";
    const { count } = await tx.invitation.updateMany({
      where: { organizationId, id, openAddress: { not: null } },
      data: { withdrawnAt: now, openAddress: null },
    });
    if (count === 0) return "not-open";
    await recordEvent(tx, access, { action: "invitation.withdrawn", object: { kind: "invitation", id, name: found.address } });
    return "done";
  });
}
