import { SUPPORT_HOURS, type SupportTerm } from "#app/domain/tenancy/support-terms.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

const HOUR_MS = 3600 * 1000;

/** Lets whoever runs the installation look inside for a while from now on; one that runs already is replaced. */
export async function allowSupport(db: Database, access: Access, term: SupportTerm, now: Date): Promise<"done" | "not-allowed"> {
  const { id, name } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { role } = await lockOrganization(tx, access);
    if (role !== "owner") return "not-allowed";
    const until = new Date(now.getTime() + SUPPORT_HOURS[term] * HOUR_MS);
    await tx.organization.updateMany({ where: { id }, data: { supportAccessUntil: until } });
    const detail = { supportUntilAfter: until.toISOString() };
    await recordEvent(tx, access, { action: "support_access.granted", object: { kind: "organization", id, name }, detail });
    return "done";
  });
}
