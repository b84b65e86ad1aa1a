import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { exportReadings } from "#app/services/kpis/export-kpis.server.ts";
import { requireKpi } from "#app/services/kpis/require-kpi.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The readings of a KPI as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.export");
  const kpi = await requireKpi(access, params["kpi"]);
  if (request.method === "HEAD") return csvResponse("", `readings-${kpi.id}`);
  return csvResponse(await exportReadings(database(), access, kpi, wordsIn(language)), `readings-${kpi.id}`);
}
