import { Prisma } from "@prisma/client";
import type { Database } from "./open-database.server.ts";
import type { Transaction } from "./pass-door.server.ts";

/** An import is one transaction, however long: in milliseconds. */
const LONGEST = 180_000;

/** The transaction of an import; it begins outside of every organisation, where versions of assessments are kept. */
export type Import = {
  tx: Transaction;
  /** Goes into the organisation that is being made, as `withTenant` does, and stays there. */
  enter(organizationId: string): Promise<void>;
};

/** For what comes from another installation: it is here as a whole, with the assessments it was answered by, or not at all. */
export function withImport<T>(db: Database, work: (transaction: Import) => Promise<T>): Promise<T> {
  return db.$transaction(
    (tx) =>
      work({
        tx,
        enter: async (organizationId) => {
          await tx.$queryRaw(Prisma.sql`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.person_id', '', true),
            set_config('app.token_hash', '', true), set_config('role', 'pinhigh_tenant', true)`);
        },
      }),
    { maxWait: 10_000, timeout: LONGEST },
  );
}
