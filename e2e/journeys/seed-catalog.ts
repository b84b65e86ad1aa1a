import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { type Catalog, loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";

/** The published content in a database that is about to be seeded, and bound for the services that seed it. */
export async function seedCatalog(db: OpenDatabase["client"], origin: string): Promise<Catalog> {
  const loaded = loadContent("content");
  if (!("catalog" in loaded)) throw new Error("the content has problems");
  const { catalog } = loaded;
  bindCatalog(catalog);
  bindPublicOrigin(origin);
  await storeVersions(db, catalog);
  return catalog;
}
