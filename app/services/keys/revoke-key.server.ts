import { recordEvent } from "../audit/record-event.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** Revokes a key at once and for good; one that is revoked already stays so. */
export async function revokeKey(db: Database, access: Access, id: string, now: Date): Promise<"revoked" | "not-found" | "not-allowed"> {
  const organizationId = access.organization.id;
  if (!isId(id)) return "not-found";
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "keys.manage", now))) return "not-allowed";
    const key = await tx.apiKey.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { name: true, prefix: true } });
    if (!key) return "not-found";
    const { count } = await tx.apiKey.updateMany({ where: { organizationId, id, revokedAt: null }, data: { revokedAt: now } });
    const event = { action: "api_key.revoked", object: { kind: "api_key", id, name: key.name }, detail: { key: key.prefix } } as const;
    if (count > 0) await recordEvent(tx, access, event);
    return "revoked";
  });
}
