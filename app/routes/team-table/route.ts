import type { LoaderFunctionArgs } from "@remix-run/node";
import { TEAM_TABLES, teamTable } from "#app/domain/report/team-tables.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse, csvRows } from "#app/services/exports/csv.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { agreedRows } from "#app/services/results/team-page.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** One table of a team's result as a file. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const wanted = new URL(request.url).searchParams.get("table");
  const table = TEAM_TABLES.find((name) => name === wanted);
  const result = table && (await readTeamResult(database(), access, params["cycle"] ?? "", context.language));
  if (!table || result?.state !== "shown" || !result.stored) throw new Response("Not found", { status: 404 });
  const { stored, names, cycle, language } = result;
  const words = wordsIn(language);
  const rows = teamTable(table, stored.figures, agreedRows(result, words), names, words);
  return csvResponse(csvRows(rows, true), `${cycle.slug}-${cycle.period}-${table}`);
}
