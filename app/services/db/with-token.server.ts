import type { Database } from "./open-database.server.ts";
import { passDoor, type Transaction } from "./pass-door.server.ts";

/** What a token opens by itself: its response, invitation or offer, and the name of the organisation it came from. */
export function withToken<T>(db: Database, { tokenHash }: { tokenHash: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return passDoor(db, "pinhigh_tenant", { tokenHash }, work);
}
