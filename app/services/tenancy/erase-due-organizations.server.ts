import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Erases the organisations whose days of grace are over, with everything that belongs to them. The database allows no others to go,
 * by its own clock.
 * @returns how many there were
 */
export async function eraseDueOrganizations(db: Database, now: Date): Promise<number> {
  const { count } = await withOperator(db, (tx) => tx.organization.deleteMany({ where: { eraseAfter: { lt: now } } }));
  return count;
}
