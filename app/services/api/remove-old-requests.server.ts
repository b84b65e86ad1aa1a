import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Removes what requests with an Idempotency-Key were answered two days ago and earlier. Row-level security leaves only those, by the
 * database's own clock.
 * @returns how many there were
 */
export function removeOldRequests(db: Database): Promise<number> {
  return withOperator(db, (tx) => tx.$executeRaw`DELETE FROM "idempotent_request"`);
}
