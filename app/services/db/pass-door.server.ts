import { Prisma } from "@prisma/client";
import type { Database } from "./open-database.server.ts";

/** What a service is given to work with inside a door: one transaction, in one role, with its settings. */
export type Transaction = Prisma.TransactionClient;

type Role = "pinhigh_app" | "pinhigh_tenant" | "pinhigh_operator" | "pinhigh_benchmark";
/** How a transaction is held; milliseconds. */
export type Holding = { timeout?: number; isolationLevel?: Prisma.TransactionIsolationLevel };
/** The settings that the policies of row-level security read; one that is not given is empty. */
type Settings = { organizationId?: string; personId?: string; tokenHash?: string };

/**
 * Opens one interactive transaction, says in its settings what may be seen, and drops to a role that owns nothing and cannot
 * pass row-level security. Settings and role end with the transaction. All in one statement, for every door costs a round trip.
 */
export function passDoor<T>(
  db: Database,
  role: Role,
  { organizationId = "", personId = "", tokenHash = "" }: Settings,
  work: (tx: Transaction) => Promise<T>,
  holding: Holding = {},
): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw(Prisma.sql`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.person_id', ${personId}, true),
      set_config('app.token_hash', ${tokenHash}, true), set_config('role', ${role}, true)`);
    return work(tx);
  }, holding);
}
