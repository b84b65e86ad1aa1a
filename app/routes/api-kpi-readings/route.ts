import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { keptResponse, requireIdempotencyKey } from "#app/services/api/answer-once.server.ts";
import { readJson } from "#app/services/api/read-json.server.ts";
import { requireApiKey } from "#app/services/api/require-api-key.server.ts";
import { readingBodySchema } from "#app/services/api/schemas.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { apiReadings } from "#app/services/kpis/api-kpis.server.ts";
import { postReading } from "#app/services/kpis/post-reading.server.ts";

/** The readings of a KPI of the key's organisation. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const access = await requireApiKey(request, "read", new Date());
  return Response.json(await apiReadings(database(), access, params["kpi"] ?? "", request));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const now = new Date();
  const access = await requireApiKey(request, "write", now);
  const key = requireIdempotencyKey(request);
  const reading = await readJson(request, readingBodySchema);
  return keptResponse(await postReading(database(), access, params["kpi"] ?? "", { key, reading }, now));
}
