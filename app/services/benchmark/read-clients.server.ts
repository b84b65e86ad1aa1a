import { type ComparedPart, summaryOf } from "#app/domain/benchmark/comparison.ts";
import { histogramOf } from "#app/domain/benchmark/histogram.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";

/** The clients of one consultancy that share their results, in one family of assessments. */
type ClientsCompared = { family: string; overall: ComparedPart };

/**
 * The clients that a consultant is assigned to for a consultancy, that share their results, and whose results the engagement lets them see; each with its
 * latest one. By the same ladder as everybody: of fewer than ten nothing is said but how many there are.
 */
export async function readClients(db: Database, person: { personId: string }, consultancyId: string): Promise<ClientsCompared[]> {
  const rows = await withPerson(
    db,
    person,
    (tx) => tx.$queryRaw<{ family: string; score: number }[]>`
    SELECT DISTINCT ON (c.family, c.organization_id) c.family, (c.scores->>'overall')::float8 AS score
    FROM benchmark_contribution c
    WHERE EXISTS (SELECT 1 FROM engagement_assignment a
      WHERE a.organization_id = c.organization_id AND a.person_id = ${person.personId}::uuid AND a.consultancy_id = ${consultancyId}::uuid)
    ORDER BY c.family, c.organization_id, c.closed_at DESC, c.number DESC`,
  );
  return [...new Set(rows.map(({ family }) => family))].map((family) => ({
    family,
    overall: summaryOf("overall", histogramOf(rows.filter((row) => row.family === family).map(({ score }) => score))),
  }));
}
