import type { Database } from "./open-database.server.ts";
import { passDoor, type Transaction } from "./pass-door.server.ts";

/** Steps into an organisation: from then on the transaction sees and changes what belongs to it, and nothing else. */
export type Enter = (organizationId: string) => Promise<void>;

/**
 * For what binds two organisations to each other, and has to hold for both or for neither: one transaction that goes through their
 * doors one after the other. It begins with what a token opens, or with nothing, and is never in both at once. Only the use cases of
 * engagements may pass here (a test counts them): each has to know of every organisation that it enters why it may.
 */
export function betweenTenants<T>(db: Database, { tokenHash }: { tokenHash?: string }, work: (tx: Transaction, enter: Enter) => Promise<T>): Promise<T> {
  return passDoor(db, "pinhigh_tenant", tokenHash ? { tokenHash } : {}, (tx) =>
    work(tx, async (organizationId) => {
      await tx.$queryRaw`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.token_hash', '', true)`;
    }),
  );
}
