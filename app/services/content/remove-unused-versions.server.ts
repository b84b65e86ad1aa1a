import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

const DAY_MS = 24 * 3600 * 1000;
const IS_UNUSED = Prisma.sql`NOT EXISTS (SELECT FROM response r WHERE r.assessment_hash = v.hash)
  AND NOT EXISTS (SELECT FROM cycle c WHERE c.assessment_hash = v.hash)`;

/**
 * Removes those of some versions of assessments that no response and no cycle refers to. A reference that is made meanwhile keeps its
 * version: then none is removed, and it throws.
 * @returns how many were removed
 */
export async function removeUnusedVersions(db: Database, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  return withOperator(db, (tx) => tx.$executeRaw`DELETE FROM assessment_version v WHERE v.hash IN (${Prisma.join([...hashes])}) AND ${IS_UNUSED}`);
}

/**
 * Removes the versions that files brought and that nothing refers to any more: of an import whose process died before it could do so
 * itself, and of organisations that were erased. Those of the catalogue stay, and those of an import that may still be under way.
 * @returns how many were removed
 */
export async function removeBroughtVersions(db: Database, now: Date): Promise<number> {
  const longAgo = new Date(now.getTime() - DAY_MS);
  return withOperator(db, (tx) => tx.$executeRaw`DELETE FROM assessment_version v WHERE v.is_brought AND v.created_at < ${longAgo} AND ${IS_UNUSED}`);
}
