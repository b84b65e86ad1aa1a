import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireApiKey } from "#app/services/api/require-api-key.server.ts";
import { onlyGet } from "#app/services/api/require-method.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { apiKpis } from "#app/services/kpis/api-kpis.server.ts";

/** The KPIs that the key's organisation follows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireApiKey(request, "read", new Date());
  return Response.json(await apiKpis(database(), access, request));
}

export const action = onlyGet;
