import type { Transaction } from "../db/pass-door.server.ts";

/** A closed cycle with what its latest result says of the whole; `mean` and levels are null where they may not be shown. */
export type PublishedCycle = {
  id: string;
  slug: string;
  hash: string;
  period: string;
  closedAt: Date;
  isAnonymous: boolean;
  number: number;
  respondents: number;
  asked: number;
  version: number;
  method: string;
  mean: number | null;
  level: number | null;
  gatedLevel: number | null;
  heldBackBy: string[];
  interval: { low: number; high: number } | null;
};

/** The closed cycles of an organisation that have a result, the earliest period first; of one assessment or of all. Reads no answers and no figures of items. */
export function publishedCycles(tx: Transaction, organizationId: string, slug: string | null = null): Promise<PublishedCycle[]> {
  return tx.$queryRaw<PublishedCycle[]>`
    SELECT c.id, c.assessment_slug AS slug, c.assessment_hash AS hash, c.period, c.closed_at AS "closedAt", c.is_anonymous AS "isAnonymous", t.number,
      t.respondents, t.asked, (t.figures->'assessment'->>'version')::int AS version, t.method, (t.figures->'overall'->>'mean')::float8 AS mean,
      (t.figures->'overall'->>'level')::int AS level, (t.figures->'overall'->>'gatedLevel')::int AS "gatedLevel", t.figures->'overall'->'heldBackBy' AS "heldBackBy",
      nullif(t.figures->'overall'->'interval', 'null') AS interval
    FROM cycle c JOIN team_result t ON t.organization_id = c.organization_id AND t.cycle_id = c.id
    WHERE c.organization_id = ${organizationId}::uuid AND c.closed_at IS NOT NULL AND (${slug}::text IS NULL OR c.assessment_slug = ${slug})
      AND NOT EXISTS (SELECT 1 FROM team_result n WHERE n.organization_id = t.organization_id AND n.cycle_id = t.cycle_id AND n.number > t.number)
    ORDER BY c.period, c.assessment_slug`;
}
