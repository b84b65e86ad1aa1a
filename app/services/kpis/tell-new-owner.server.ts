import { organizationPaths } from "#app/organization-paths.ts";
import type { Language } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Tells a member that they keep a KPI up to date from now on; whoever has given it to themselves knows. */
export async function tellNewOwner(
  tx: Transaction,
  access: Access,
  kpi: { id: string; name: string; ownerId: string | null },
  language: Language,
): Promise<void> {
  if (kpi.ownerId === null) return;
  const { organization, person } = access;
  const owner = await tx.member.findUnique({
    where: { organizationId_id: { organizationId: organization.id, id: kpi.ownerId } },
    select: { personId: true },
  });
  if (!owner || owner.personId === person.personId) return;
  const values = { organization: organization.name, kpi: kpi.name, person: person.name };
  await notify(tx, { kind: "kpi_owner", personIds: [owner.personId], values, path: organizationPaths.kpi(organization.slug, kpi.id), language });
}
