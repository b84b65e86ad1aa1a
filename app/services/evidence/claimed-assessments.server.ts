import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** The assessments of which an organisation has submitted responses, by slug. */
export function claimedAssessments(db: Database, { organization }: Access): Promise<string[]> {
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const rows = await tx.$queryRaw<{ slug: string }[]>`SELECT DISTINCT v.slug FROM response r JOIN assessment_version v ON v.hash = r.assessment_hash
      WHERE r.organization_id = ${organization.id}::uuid AND r.submitted_at IS NOT NULL ORDER BY v.slug`;
    return rows.map(({ slug }) => slug);
  });
}
