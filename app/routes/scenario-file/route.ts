import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { planFileResponse } from "#app/services/roadmap-files/export-plan.server.ts";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The plan of a scenario as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const asked = { ...(await requireScenario(request, params, "roadmap.export")), format: params["format"], method: request.method };
  return planFileResponse(database(), asked, wordsIn(language), new Date());
}
