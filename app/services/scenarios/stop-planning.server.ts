import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** Asks the search for a better plan to end: whoever plans it looks every second, and keeps the best so far. Nothing where it has ended by itself. */
export async function stopPlanning(db: Database, access: Access, id: string, now: Date): Promise<"asked" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return "not-allowed";
    await tx.scenario.updateMany({ where: { organizationId, id, state: { in: ["waiting", "planning"] } }, data: { stopAsked: true } });
    return "asked";
  });
}
