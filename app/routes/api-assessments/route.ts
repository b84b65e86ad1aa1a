import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { assessmentRow } from "#app/services/api/public-definition.server.ts";
import { onlyGet } from "#app/services/api/require-method.server.ts";

export function loader() {
  return Response.json({ items: catalog().assessments.map(assessmentRow) });
}

export const action = onlyGet;
