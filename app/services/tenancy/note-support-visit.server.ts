import { organizationPaths } from "#app/organization-paths.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

const HOUR_MS = 3600 * 1000;

/**
 * Writes into the organisation's audit trail that an operator looks inside, and tells its owners: once an hour for each operator,
 * however many pages they open. Before anything is shown to them.
 */
export async function noteSupportVisit(db: Database, access: Access, now: Date): Promise<void> {
  const { organization, person } = access;
  const { id, name, slug } = organization;
  await withTenant(db, { organizationId: id }, async (tx) => {
    if (await isNoted(tx, access, now)) return;
    // Of several pages that are opened at once the first notes it.
    await lockOrganization(tx, access);
    if (await isNoted(tx, access, now)) return;
    await recordEvent(tx, access, { action: "support_access.used", object: { kind: "organization", id, name } });
    const owners = await tx.member.findMany({ where: { organizationId: id, role: "owner" }, select: { personId: true } });
    await notify(tx, {
      kind: "support_access_used",
      personIds: owners.map(({ personId }) => personId),
      values: { organization: name, person: person.name },
      path: organizationPaths.support(slug),
      language: SOURCE_LANGUAGE,
    });
  });
}

async function isNoted(tx: Transaction, { organization, person }: Access, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR_MS);
  const where = { organizationId: organization.id, at: { gt: since }, personId: person.personId, action: "support_access.used" };
  return (await tx.auditEvent.findFirst({ where, select: { id: true } })) !== null;
}
