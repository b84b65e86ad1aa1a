import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Removes the events that are older than their organisation keeps them. Row-level security leaves only those, by the database's own
 * clock, and a trigger looks once more.
 * @returns how many there were
 */
export function removeOldEvents(db: Database): Promise<number> {
  return withOperator(db, (tx) => tx.$executeRaw`DELETE FROM "audit_event"`);
}
