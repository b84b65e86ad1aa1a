import type { ResultsQuery } from "#app/domain/cycles/list-query.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { listResults } from "./list-results.server.ts";

/**
 * The results of a query as CSV with a head in words, on whatever page they stand; scores as they were computed, days those of the organisation’s time zone. Null where somebody may see none.
 * @param isTaken whether somebody gets the file, which is then in the audit trail, and does not only ask for it
 */
export async function exportResults(
  db: Database,
  access: Access,
  query: ResultsQuery,
  { say, language }: Words,
  { isTaken }: { isTaken: boolean },
): Promise<string | null> {
  const { page: _, ...wanted } = query;
  const found = await listResults(db, access, wanted);
  if (!found) return null;
  if (isTaken) await recordFile(db, access, "results.exported");
  const head = [
    say("results:assessment"),
    say("results:period"),
    say("results:score"),
    say("results:level"),
    say("results:submittedOn"),
    say("results:whose"),
    "assessment",
    "id",
  ];
  const lines = found.rows.map(({ id, slug, period, score, level, submittedAt, isOwn, who }) => [
    assessmentTitle(slug, language),
    period ?? say("results:broughtIn"),
    score,
    level,
    submittedAt && dayIn(access.organization.timeZone, submittedAt),
    isOwn ? say(period === null ? "results:broughtInByYou" : "results:yours") : who,
    slug,
    id,
  ]);
  return csvRows([head, ...lines], true);
}
