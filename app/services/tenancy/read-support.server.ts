import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

/** Until when whoever runs the installation may look inside; null: they may not. */
export async function readSupport(db: Database, { organization: { id } }: Access, now: Date): Promise<Date | null> {
  const found = await withTenant(db, { organizationId: id }, (tx) =>
    tx.organization.findFirst({ where: { id, supportAccessUntil: { gt: now } }, select: { supportAccessUntil: true } }),
  );
  return found?.supportAccessUntil ?? null;
}
