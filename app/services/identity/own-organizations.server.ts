import { type Role, roleSchema } from "#app/domain/access/can.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";

/** The organisations a person is a member of, by name. */
export function ownOrganizations(db: Database, { personId }: { personId: string }): Promise<{ slug: string; name: string; role: Role }[]> {
  return withPerson(db, { personId }, async (tx) => {
    const rows = await tx.member.findMany({
      where: { personId },
      orderBy: { organization: { name: "asc" } },
      select: { role: true, organization: { select: { slug: true, name: true } } },
    });
    return rows.map(({ role, organization }) => ({ ...organization, role: roleSchema.parse(role) }));
  });
}
