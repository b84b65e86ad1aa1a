import { can, ROLES } from "#app/domain/access/can.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** The roles whose members may enter readings. */
const KEEPERS = ROLES.filter((role) => can({ kind: "member", role }, "kpis.edit"));

export type OwnerChoice = { id: string; name: string };

/** The members who can keep a KPI up to date, by name. */
export async function ownerChoices(db: Database, { organization }: Access): Promise<OwnerChoice[]> {
  const organizationId = organization.id;
  const members = await withTenant(db, { organizationId }, (tx) =>
    tx.member.findMany({
      where: { organizationId, role: { in: KEEPERS } },
      select: { id: true, person: { select: { name: true } } },
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    }),
  );
  return members.map(({ id, person }) => ({ id, name: person.name }));
}
