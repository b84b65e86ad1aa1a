import type { Catalog } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

export type VersionRow = { slug: string; version: number; hash: string; createdAt: Date; responses: number; cycles: number; isCurrent: boolean };

/** Every version of an assessment that was ever served, and how much rests on it: by slug, the newest version first. */
export async function listVersions(db: Database, catalog: Catalog): Promise<VersionRow[]> {
  const current = new Set(catalog.assessments.map(({ hash }) => hash));
  const rows = await withOperator(
    db,
    (tx) => tx.$queryRaw<Omit<VersionRow, "isCurrent">[]>`SELECT v.slug, v.version, v.hash, v.created_at AS "createdAt",
        COALESCE(r.used, 0)::int AS responses, COALESCE(c.used, 0)::int AS cycles
      FROM assessment_version v
      LEFT JOIN (SELECT assessment_hash, count(*) AS used FROM response GROUP BY assessment_hash) r ON r.assessment_hash = v.hash
      LEFT JOIN (SELECT assessment_hash, count(*) AS used FROM cycle GROUP BY assessment_hash) c ON c.assessment_hash = v.hash
      ORDER BY v.slug, v.version DESC, v.created_at DESC, v.hash`,
  );
  return rows.map((row) => ({ ...row, isCurrent: current.has(row.hash) }));
}
