import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireApiAssessment } from "#app/services/api/require-api-assessment.server.ts";
import { requireApiKey } from "#app/services/api/require-api-key.server.ts";
import { onlyGet } from "#app/services/api/require-method.server.ts";
import { apiBenchmark } from "#app/services/benchmark/api-benchmark.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";

/** Where the key's organisation stands among others in one assessment. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const access = await requireApiKey(request, "read", new Date());
  const { definition } = requireApiAssessment(params["slug"]);
  return Response.json(await apiBenchmark(database(), access, definition.slug, request));
}

export const action = onlyGet;
