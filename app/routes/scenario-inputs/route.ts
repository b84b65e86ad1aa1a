import type { LoaderFunctionArgs } from "@remix-run/node";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { jsonFileResponse } from "#app/services/exports/json-file.server.ts";
import { recordFile } from "#app/services/exports/record-file.server.ts";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";

/** Everything that the plan of a scenario was computed from, and the plan. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.export");
  const { id, name, firstQuarter, inputs, outcome } = scenario;
  const file = `scenario-${access.organization.slug}`;
  if (request.method === "HEAD") return jsonFileResponse("", file);
  await recordFile(database(), access, "roadmap.exported", { kind: "scenario", id, name });
  return jsonFileResponse(`${canonicalJson({ name, firstQuarter, inputs, outcome })}\n`, file);
}
