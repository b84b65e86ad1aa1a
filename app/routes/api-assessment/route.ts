import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicDefinition } from "#app/services/api/public-definition.server.ts";
import { requireApiAssessment } from "#app/services/api/require-api-assessment.server.ts";
import { onlyGet } from "#app/services/api/require-method.server.ts";

export function loader({ params }: LoaderFunctionArgs) {
  return Response.json(publicDefinition(requireApiAssessment(params["slug"])));
}

export const action = onlyGet;
