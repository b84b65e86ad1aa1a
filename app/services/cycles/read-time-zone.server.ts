import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** By whose clock an organisation's cycles open and close: a name such as Europe/Helsinki. */
export function readTimeZone(db: Database, { organization: { id } }: Pick<Access, "organization">): Promise<string> {
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id }, select: { timeZone: true } });
    return timeZone;
  });
}
