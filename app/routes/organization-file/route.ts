import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { textStream } from "#app/services/exports/csv.server.ts";
import { jsonFileResponse } from "#app/services/exports/json-file.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";

/** Everything of an organisation as one file, which another installation can read. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.export");
  if (request.method === "HEAD") return jsonFileResponse("", access.organization.slug);
  const pieces = exportOrganization(database(), access, { language, now: new Date() });
  return jsonFileResponse(textStream(pieces), access.organization.slug);
}
