import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/**
 * Removes the content of files that nothing has come to refer to within a day: of uploads whose process died. Row-level security leaves only those, by the database's own clock.
 * @returns how many there were
 */
export function removeLeftFiles(db: Database): Promise<number> {
  return withOperator(db, (tx) => tx.$executeRaw`DELETE FROM "stored_file"`);
}
