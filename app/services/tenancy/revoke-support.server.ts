import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

/** Lets whoever runs the installation look inside no longer, from their next click on. What has ended anyway is no change. */
export async function revokeSupport(db: Database, access: Access, now: Date): Promise<"done" | "not-allowed"> {
  const { id, name } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { role } = await lockOrganization(tx, access);
    if (role !== "owner") return "not-allowed";
    const { count } = await tx.organization.updateMany({ where: { id, supportAccessUntil: { gt: now } }, data: { supportAccessUntil: null } });
    if (count > 0) await recordEvent(tx, access, { action: "support_access.revoked", object: { kind: "organization", id, name } });
    return "done";
  });
}
