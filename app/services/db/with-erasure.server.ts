import { Prisma } from "@prisma/client";
import type { Database } from "./open-database.server.ts";
import type { Transaction } from "./pass-door.server.ts";

/** What a person is found by where rows do not hold their id. */
export type Named = { address: string; names: readonly string[]; places: readonly string[] };

/** The transaction in which a person is erased. It stands in one place at a time. */
export type Erasure = {
  tx: Transaction;
  /** Tells the database what names the person: it lets nothing else be taken out of a trail. From the next step on. */
  nameAs(named: Named): void;
  /** Goes back to what is the person's own, where everything stands that is addressed to them. */
  toOwn(): Promise<void>;
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
    let named: Named | null = null;
    const stand = async (role: "pinhigh_app" | "pinhigh_tenant", organizationId: string) => {
      await tx.$queryRaw(Prisma.sql`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.person_id', ${personId}, true),
        set_config('app.token_hash', '', true), set_config('app.erased_person_id', ${personId}, true),
        set_config('app.erased_address', ${named?.address ?? ""}, true), set_config('app.erased_names', ${JSON.stringify(named?.names ?? [])}, true),
        set_config('app.erased_places', ${JSON.stringify(named?.places ?? [])}, true), set_config('role', ${role}, true)`);
    };
    await stand("pinhigh_tenant", "");
    return work({
      tx,
      nameAs: (given) => (named = given),
      toOwn: () => stand("pinhigh_tenant", ""),
      enter: (organizationId) => stand("pinhigh_tenant", organizationId),
      toPeople: () => stand("pinhigh_app", ""),
    });
  });
}
