import { openApiDocument } from "#app/services/api/openapi.server.ts";
import { onlyGet } from "#app/services/api/require-method.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";

export function loader() {
  return Response.json(openApiDocument(publicOrigin()));
}

export const action = onlyGet;
