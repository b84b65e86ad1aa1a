import type { LoaderFunctionArgs } from "@remix-run/node";
import { initiativeFileResponse } from "#app/services/board/initiative-file.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";

/** A file that is attached to an initiative, to be saved. */
export async function loader({ params, request, context: { roomToWrite } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  const sending = { method: request.method, signal: request.signal, roomToWrite };
  return initiativeFileResponse(database(), access, params["initiative"] ?? "", params["attachment"] ?? "", sending);
}
