import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";

/** How far the planning of a scenario has come. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { scenario } = await requireScenario(request, params, "roadmap.view");
  const { state, progress, outcome } = scenario;
  return Response.json({ state, progress, hasPlan: outcome !== null });
}
