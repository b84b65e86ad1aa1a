import { can, roleSchema } from "#app/domain/access/can.ts";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";

export type ManagedOrganization = { slug: string; name: string };

/** The organisations of one kind in whose name a person can enter into an engagement, by name. Not those that wait to be erased. */
export async function managedOrganizations(db: Database, person: { personId: string }, kind: Kind): Promise<ManagedOrganization[]> {
  const members = await withPerson(db, person, (tx) =>
    tx.member.findMany({
      where: { personId: person.personId, organization: { kind, eraseAfter: null } },
      select: { role: true, organization: { select: { slug: true, name: true } } },
    }),
  );
  return members
    .filter(({ role }) => can({ kind: "member", role: roleSchema.parse(role) }, "engagements.manage"))
    .map(({ organization }) => organization)
    .sort((a, b) => a.name.localeCompare(b.name));
}
