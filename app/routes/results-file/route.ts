import type { LoaderFunctionArgs } from "@remix-run/node";
import { readResultsQuery } from "#app/domain/cycles/list-query.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { exportResults } from "#app/services/results/export-results.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The results that somebody sees in an organisation, or the part of them that is asked for, as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "lists.export");
  const query = readResultsQuery(new URL(request.url).searchParams);
  const file = await exportResults(database(), access, query, wordsIn(language), { isTaken: request.method !== "HEAD" });
  if (file === null) throw new Response("Not found", { status: 404 });
  return csvResponse(file, `results-${access.organization.slug}`);
}
