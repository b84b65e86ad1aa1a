import { Prisma } from "@prisma/client";
import type { Database } from "./open-database.server.ts";
import type { Transaction } from "./pass-door.server.ts";

/** The transaction in which a person is erased. It stands in one place at a time. */
export type Erasure = {
  tx: Transaction;
  /** Goes into an organisation of the person's, as `withTenant` does. */
  enter(organizationId: string): Promise<void>;
  /** Goes where people are kept. */
  toPeople(): Promise<void>;
};

/**
 * The one door that leads through several organisations, for a person leaves all of them at once or none. It begins in what is the
 * person's own (as `withPerson` does), and it alone may take a name out of the audit trails.
 */
export function withErasure<T>(db: Database, { personId }: { personId: string }, work: (erasure: Erasure) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    const stand = async (role: "pinhigh_app" | "pinhigh_tenant", organizationId: string) => {
      await tx.$queryRaw(Prisma.sql`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.person_id', ${personId}, true),
        set_config('app.token_hash', '', true), set_config('app.erased_person_id', ${personId}, true), set_config('role', ${role}, true)`);
    };
    await stand("pinhigh_tenant", "");
    return work({ tx, enter: (organizationId) => stand("pinhigh_tenant", organizationId), toPeople: () => stand("pinhigh_app", "") });
  });
}
