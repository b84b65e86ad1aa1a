import { can } from "#app/domain/access/can.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { lockOrganization } from "../tenancy/lock-organization.server.ts";

/**
 * Takes everything that an organisation shared for benchmarks out at once; the next snapshots are without it. Where it has not consented anyway
 * that is no change. It is also done in an organisation that waits to be erased.
 */
export async function revokeConsent(db: Database, access: Access): Promise<"done" | "not-allowed"> {
  const { id, name } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { actor } = await lockOrganization(tx, access);
    if (!actor || !can(actor, "benchmarks.consent")) return "not-allowed";
    const { count } = await tx.organization.updateMany({ where: { id, benchmarkConsentAt: { not: null } }, data: { benchmarkConsentAt: null } });
    if (count === 0) return "done";
    await tx.benchmarkContribution.deleteMany({ where: { organizationId: id } });
    await recordEvent(tx, access, { action: "benchmark_consent.revoked", object: { kind: "organization", id, name } });
    return "done";
  });
}
