import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/services/db/database-instance.server.ts";
import { evidenceFileResponse } from "#app/services/evidence/read-evidence-file.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";

/** The file of an evidence, to be saved. */
export async function loader({ params, request, context: { roomToWrite } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.view");
  return evidenceFileResponse(database(), access, params["evidence"], { method: request.method, signal: request.signal, roomToWrite });
}
