import type { LoaderFunctionArgs } from "@remix-run/node";
import { readKpiQuery } from "#app/domain/kpis/kpi-query.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { exportKpis } from "#app/services/kpis/export-kpis.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The KPIs of an organisation, or those that are asked for, as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.export");
  if (request.method === "HEAD") return csvResponse("", `kpis-${access.organization.slug}`);
  const { page: _, ...query } = readKpiQuery(new URL(request.url).searchParams);
  return csvResponse(await exportKpis(database(), access, query, wordsIn(language), new Date()), `kpis-${access.organization.slug}`);
}
