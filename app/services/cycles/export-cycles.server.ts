import type { CyclesQuery } from "#app/domain/cycles/list-query.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { listCycles } from "./list-cycles.server.ts";

/** The cycles of a query as CSV with a head in words, on whatever page they stand. Days are those of the organisation’s time zone; one that is planned has not been opened on any. */
export async function exportCycles(db: Database, access: Access, query: CyclesQuery, { say, language }: Words, now: Date): Promise<string> {
  const { timeZone } = access.organization;
  const { page: _, ...wanted } = query;
  const { rows } = await listCycles(db, access, wanted, { language, now });
  await recordFile(db, access, "cycles.exported");
  const head = [say("cycles:assessment"), say("cycles:period"), say("cycles:state"), say("cycles:opened"), say("cycles:closed"), "assessment", "id"];
  const lines = rows.map(({ id, slug, title, period, state, opensAt, closedAt }) => [
    title,
    period,
    say(`cycles:${state}`),
    state === "planned" ? null : dayIn(timeZone, opensAt),
    closedAt && dayIn(timeZone, closedAt),
    slug,
    id,
  ]);
  return csvRows([head, ...lines], true);
}
