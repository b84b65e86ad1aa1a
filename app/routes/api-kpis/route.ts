import { onlyGet } from "#app/services/api/require-method.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";

export function loader() {
  return Response.json({ items: catalog().kpis });
}

export const action = onlyGet;
