import type { Database } from "./open-database.server.ts";
import { passDoor, type Transaction } from "./pass-door.server.ts";

/** What who runs the installation may see: which organisations and people there are, and mails on their way. No answers, no results. */
export function withOperator<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return passDoor(db, "pinhigh_operator", {}, work);
}
