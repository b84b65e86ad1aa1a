import { organizationPaths } from "#app/organization-paths.ts";
import type { Language } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Tells a member that they look after an initiative from now on; whoever has given it to themselves knows. */
export async function tellInitiativeOwner(
  tx: Transaction,
  { organization, person }: Access,
  { id, title, ownerId }: { id: string; title: string; ownerId: string | null },
  language: Language,
): Promise<void> {
  if (ownerId === null) return;
  const owner = await tx.member.findUnique({ where: { organizationId_id: { organizationId: organization.id, id: ownerId } }, select: { personId: true } });
  if (!owner || owner.personId === person.personId) return;
  const values = { organization: organization.name, initiative: title, person: person.name };
  await notify(tx, { kind: "initiative_owner", personIds: [owner.personId], values, path: organizationPaths.initiative(organization.slug, id), language });
}
