import type { Catalog } from "./load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";

/** Keeps every assessment version that can be answered, so that a response can always be scored by the one it was begun with. */
export async function storeVersions(db: Database, catalog: Catalog): Promise<void> {
  await db.assessmentVersion.createMany({
    data: catalog.assessments.map(({ hash, definition }) => ({
      hash,
      slug: definition.slug,
      version: definition.version,
      definition,
    })),
    skipDuplicates: true,
  });
  // One that a file brought before stays from now on.
  const hashes = catalog.assessments.map(({ hash }) => hash);
  await db.assessmentVersion.updateMany({ where: { hash: { in: hashes }, isBrought: true }, data: { isBrought: false } });
}
