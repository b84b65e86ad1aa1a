import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { exportMembers } from "#app/services/tenancy/export-members.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The members of an organisation as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "data.export");
  if (request.method === "HEAD") return csvResponse("", `people-${access.organization.slug}`);
  return csvResponse(await exportMembers(database(), access, wordsIn(language)), `people-${access.organization.slug}`);
}
