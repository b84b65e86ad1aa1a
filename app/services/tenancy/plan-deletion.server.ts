import { GRACE_DAYS } from "#app/domain/tenancy/terms.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "./find-access.server.ts";
import type { Sending } from "./invite-people.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

const DAY_MS = 24 * 3600 * 1000;

/**
 * Has an organisation erased once the days of grace are over, and tells every owner, by mail too. Asked twice, the first day stands.
 * @param typedName what the owner typed to confirm it
 */
export async function planDeletion(
  db: Database,
  access: Access,
  typedName: string,
  { language, now }: Pick<Sending, "language" | "now">,
): Promise<"done" | "not-allowed" | "name-differs"> {
  const { organization, person } = access;
  const { id, slug } = organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { role, isLeaving } = await lockOrganization(tx, access);
    if (role !== "owner") return "not-allowed";
    const { name } = await tx.organization.findUniqueOrThrow({ where: { id }, select: { name: true } });
    if (typedName.trim() !== name) return "name-differs";
    if (isLeaving) return "done";
    const eraseAfter = new Date(now.getTime() + GRACE_DAYS * DAY_MS);
    await tx.organization.updateMany({ where: { id }, data: { deletionRequestedAt: now, eraseAfter } });
    const detail = { eraseAfterAfter: eraseAfter.toISOString() };
    await recordEvent(tx, access, { action: "organization.deletion_planned", object: { kind: "organization", id, name }, detail });
    const owners = await tx.member.findMany({ where: { organizationId: id, role: "owner" }, select: { personId: true } });
    await notify(tx, {
      kind: "organization_deletion_planned",
      personIds: owners.map(({ personId }) => personId),
      values: { organization: name, person: person.name, date: eraseAfter.toISOString().slice(0, 10) },
      path: organizationPaths.deletion(slug),
      language,
    });
    return "done";
  });
}
