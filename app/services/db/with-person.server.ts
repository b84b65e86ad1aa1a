import type { Database } from "./open-database.server.ts";
import { passDoor, type Transaction } from "./pass-door.server.ts";

/**
 * What is a person's own, across organisations: their memberships with the organisations' names, the clients they are assigned
 * to (their cycles and results within the engagement's scope), their notifications and preferences.
 */
export function withPerson<T>(db: Database, { personId }: { personId: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return passDoor(db, "pinhigh_tenant", { personId }, work);
}
