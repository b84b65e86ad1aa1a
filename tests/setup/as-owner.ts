import type { Database } from "#app/services/db/open-database.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";

/**
 * Runs as who the connection was opened by, in one transaction: to plant rows, and to look at all there are. Where that is a
 * superuser, as in tests, nothing is hidden from it.
 */
export function asOwner<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await becomeOwner(tx);
      return work(tx);
    },
    { timeout: 60_000 },
  );
}

/** The same for the rest of a transaction, a door's say. */
export async function becomeOwner(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT set_config('role', 'none', true)`;
}

class Undo extends Error {}

/** Runs work in a door and takes back whatever it did: the door's transaction ends with an error. */
export async function undone<T>(open: (work: (tx: Transaction) => Promise<never>) => Promise<never>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    await open(async (tx) => {
      outcome = { value: await work(tx) };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return outcome!.value;
}
