import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** Removes a scenario. What was adopted from it stays as it was adopted. */
export async function removeScenario(db: Database, access: Access, id: string, now: Date): Promise<"removed" | "gone" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return "not-allowed";
    const found = await tx.scenario.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { name: true } });
    if (!found) return "gone";
    await tx.scenario.deleteMany({ where: { organizationId, id } });
    await recordEvent(tx, access, { action: "scenario.removed", object: { kind: "scenario", id, name: found.name } });
    return "removed";
  });
}
