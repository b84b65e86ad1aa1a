import type { Database } from "./open-database.server.ts";
import type { Transaction } from "./pass-door.server.ts";
import { withTenant } from "./with-tenant.server.ts";

/** Whose rows one works on. What is found in one realm is written in the same. */
export type Realm = {
  read<T>(work: (rows: Transaction) => Promise<T>): Promise<T>;
  /** All of it or nothing. */
  write<T>(work: (rows: Transaction) => Promise<T>): Promise<T>;
};

/**
 * The rows of an organisation, or (null) those that belong to nobody: what anonymous visitors make. The plain client sees those
 * and no organisation's, so that reading them needs no transaction.
 */
export function realmOf(db: Database, organizationId: string | null): Realm {
  if (organizationId === null) return { read: (work) => work(db), write: (work) => db.$transaction(work) };
  const door = <T>(work: (rows: Transaction) => Promise<T>) => withTenant(db, { organizationId }, work);
  return { read: door, write: door };
}
