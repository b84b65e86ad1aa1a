import type { Database } from "./open-database.server.ts";
import { type Holding, passDoor, type Transaction } from "./pass-door.server.ts";

/**
 * The one door to what belongs to an organisation: inside, there is nothing else, whatever a query forgets to filter. Rows made
 * inside belong to it by default.
 * @param holding where several statements have to see the same state
 * @param organizationId of an organisation that the caller was authorised for, or of one that is just being made
 */
export function withTenant<T>(
  db: Database,
  { organizationId }: { organizationId: string },
  work: (tx: Transaction) => Promise<T>,
  holding: Holding = {},
): Promise<T> {
  return passDoor(db, "pinhigh_tenant", { organizationId }, work, holding);
}
