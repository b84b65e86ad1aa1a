import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { roadmapFileResponse } from "#app/services/roadmap-files/export-roadmap.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** An organisation's roadmap as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.export");
  return roadmapFileResponse(database(), access, { format: params["format"], method: request.method }, wordsIn(language), new Date());
}
