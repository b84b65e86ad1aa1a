import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Removes the events that are older than their organisation keeps them. Row-level security leaves those and what is being erased, by the
 * database's own clock, and a trigger looks once more.
 * @returns how many there were
 */
export function removeOldEvents(db: Database): Promise<number> {
  return withOperator(
    db,
    (tx) => tx.$executeRaw`
    DELETE FROM "audit_event" e USING "organization" o
    WHERE o.id = e.organization_id AND e.at < now() - make_interval(days => o.retention_days)`,
  );
}
