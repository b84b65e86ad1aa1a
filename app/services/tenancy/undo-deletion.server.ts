import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { IS_WHOLE } from "./being-erased.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

/** Keeps an organisation that was to be erased. Any owner may until its erasing has begun, and what stays anyway is no change. */
export async function undoDeletion(db: Database, access: Access): Promise<"done" | "not-allowed"> {
  const { id, name } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { role, isLeaving } = await lockOrganization(tx, access);
    if (role !== "owner") return "not-allowed";
    if (!isLeaving) return "done";
    const { count } = await tx.organization.updateMany({ where: { id, ...IS_WHOLE }, data: { deletionRequestedAt: null, eraseAfter: null } });
    if (count === 0) return "not-allowed";
    await recordEvent(tx, access, { action: "organization.deletion_undone", object: { kind: "organization", id, name } });
    return "done";
  });
}
