import type { Happening } from "#app/domain/milestones/milestone-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { isoDate } from "./list-milestones.server.ts";

/**
 * Takes a milestone off an organisation's time line.
 * @returns what it was, so that it can be put back; "gone" where somebody has just done the same, and for another organisation's
 */
export async function removeMilestone(
  db: Database,
  access: Access,
  id: string,
  now: Date,
): Promise<{ kind: "removed"; was: Happening & { id: string } } | { kind: "gone" } | { kind: "not-allowed" }> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    // The organisation is held: between the two nobody changes it.
    const found = await tx.milestone.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { on: true, title: true, initiativeId: true },
    });
    if (!found) return { kind: "gone" };
    await tx.milestone.deleteMany({ where: { organizationId, id } });
    const was = { id, on: isoDate(found.on), title: found.title, initiative: found.initiativeId };
    await recordEvent(tx, access, { action: "milestone.taken_off", object: { kind: "milestone", id, name: `${was.on}: ${was.title}` } });
    return { kind: "removed", was };
  });
}
