import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCyclesQuery } from "#app/domain/cycles/list-query.ts";
import { exportCycles } from "#app/services/cycles/export-cycles.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The cycles of an organisation, or the part of them that is asked for, as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "lists.export");
  if (request.method === "HEAD") return csvResponse("", `cycles-${access.organization.slug}`);
  return csvResponse(
    await exportCycles(database(), access, readCyclesQuery(new URL(request.url).searchParams), wordsIn(language), new Date()),
    `cycles-${access.organization.slug}`,
  );
}
