import { can } from "#app/domain/access/can.ts";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { RESULTS_A_PAGE } from "#app/domain/cycles/list-query.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** `people`: whom it is made of; null while it is being computed. `isNobody`: nobody has answered. `mean` and `level` are null where nothing may be shown, or too little was answered. */
export type TeamResultRow = {
  cycleId: string;
  slug: string;
  period: string;
  closedAt: Date;
  people: number | null;
  isNobody: boolean;
  mean: number | null;
  level: number | null;
};

/**
 * What the teams of an organisation scored, a row for each cycle that is closed, the latest first; none for who sees no results.
 * @returns the rows of the page, and how many there are on all pages
 */
export async function listTeamResults(db: Database, { organization, actor }: Access, page: number): Promise<{ rows: TeamResultRow[]; total: number }> {
  const organizationId = organization.id;
  if (!can(actor, "results.view")) return { rows: [], total: 0 };
  return withTenant(db, { organizationId }, async (tx) => {
    const rows = await tx.$queryRaw<TeamResultRow[]>`
      SELECT c.id AS "cycleId", c.assessment_slug AS slug, c.period, c.closed_at AS "closedAt", t.respondents AS people,
        coalesce(t.respondents = 0, false) AND NOT EXISTS (SELECT 1 FROM response p WHERE p.organization_id = c.organization_id AND p.cycle_id = c.id AND p.submitted_at IS NOT NULL) AS "isNobody",
        CASE WHEN t.respondents >= ${SMALLEST_GROUP} THEN (t.figures->'overall'->>'mean')::float8 END AS mean,
        CASE WHEN t.respondents >= ${SMALLEST_GROUP} THEN (t.figures->'overall'->>'gatedLevel')::int END AS level
      FROM cycle c
      LEFT JOIN LATERAL (SELECT r.respondents, r.figures FROM team_result r WHERE r.organization_id = c.organization_id AND r.cycle_id = c.id
        ORDER BY r.number DESC LIMIT 1) t ON true
      WHERE c.organization_id = ${organizationId}::uuid AND c.closed_at IS NOT NULL
      ORDER BY c.closed_at DESC, c.id DESC LIMIT ${RESULTS_A_PAGE} OFFSET ${(page - 1) * RESULTS_A_PAGE}`;
    return { rows, total: await tx.cycle.count({ where: { organizationId, closedAt: { not: null } } }) };
  });
}
