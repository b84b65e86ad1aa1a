import { onlyGet } from "#app/services/api/require-method.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";

export function loader() {
  return Response.json({ items: catalog().initiatives });
}

export const action = onlyGet;
