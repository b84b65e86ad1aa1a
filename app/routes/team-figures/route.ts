import type { LoaderFunctionArgs } from "@remix-run/node";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { jsonFileResponse } from "#app/services/exports/json-file.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";

/** All figures of a team's result, as they are stored. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const result = await readTeamResult(database(), access, params["cycle"] ?? "", language);
  if (result?.state !== "shown" || !result.stored) throw new Response("Not found", { status: 404 });
  const { cycle, stored } = result;
  return jsonFileResponse(`${canonicalJson(stored.figures)}\n`, `${cycle.slug}-${cycle.period}`);
}
