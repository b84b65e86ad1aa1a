import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { eraseOrganization } from "./erase-organization.server.ts";

/**
 * Erases the organisations whose days of grace are over, with everything that belongs to them, and goes on with those that an earlier
 * call has begun. The database allows no others to go, by its own clock.
 * @returns how many are gone
 */
export async function eraseDueOrganizations(db: Database, now: Date, signal?: AbortSignal): Promise<number> {
  const due = await withOperator(db, (tx) =>
    tx.organization.findMany({ where: { eraseAfter: { lt: now }, kind: { not: "nobody" } }, orderBy: { eraseAfter: "asc" }, select: { id: true } }),
  );
  let erased = 0;
  for (const { id } of due) if (await eraseOrganization(db, id, signal)) erased += 1;
  return erased;
}
