import { roleSchema } from "#app/domain/access/can.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { mayClaim } from "./claim-result.server.ts";

/** The organisations that a person may bring a result into, by name. Not those that wait to be erased. */
export async function claimingOrganizations(db: Database, { personId }: { personId: string }): Promise<{ slug: string; name: string }[]> {
  const members = await withPerson(db, { personId }, (tx) =>
    tx.member.findMany({
      where: { personId, organization: { eraseAfter: null } },
      select: { id: true, role: true, organization: { select: { slug: true, name: true } } },
    }),
  );
  return members
    .filter(({ id, role }) => mayClaim({ actor: { kind: "member", role: roleSchema.parse(role) }, memberId: id }))
    .map(({ organization }) => organization)
    .sort((a, b) => a.name.localeCompare(b.name));
}
