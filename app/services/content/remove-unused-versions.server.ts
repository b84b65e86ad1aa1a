import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Removes those of some versions of assessments that no response and no cycle refers to. A reference that is made meanwhile keeps its
 * version: then none is removed, and it throws.
 * @returns how many were removed
 */
export async function removeUnusedVersions(db: Database, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  return withOperator(
    db,
    (tx) => tx.$executeRaw`DELETE FROM assessment_version v WHERE v.hash IN (${Prisma.join([...hashes])})
      AND NOT EXISTS (SELECT FROM response r WHERE r.assessment_hash = v.hash) AND NOT EXISTS (SELECT FROM cycle c WHERE c.assessment_hash = v.hash)`,
  );
}
