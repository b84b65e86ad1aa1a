import type { Invitations } from "#app/domain/tenancy/invitation-form.ts";
import { INVITATION_DAYS } from "#app/domain/tenancy/terms.ts";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization, mayGrant } from "./lock-organization.server.ts";

/** Mails a day that an organisation may send to people who have not asked for any. */
export const MOST_A_DAY = 200;
const DAY_MS = 24 * 3600 * 1000;

/** How mails of an organisation come to be: where its pages are, in which language they are written, and when. */
export type Sending = { origin: string; language: Language; now: Date };
export type InvitationOutcome =
  { kind: "sent"; count: number } | { kind: "members" | "invited"; addresses: string[] } | { kind: "not-allowed" } | { kind: "too-many" };

/**
 * Invites the people of some addresses, all of them or none: none while one of them is a member already or has an open invitation.
 * An invitation that has expired is written anew.
 */
export async function invitePeople(
  db: Database,
  access: Access,
  { addresses, ...as }: Invitations,
  { origin, language, now }: Sending,
): Promise<InvitationOutcome> {
  const { organization, person } = access;
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    if (!mayGrant(await lockOrganization(tx, access), as.role)) return { kind: "not-allowed" };
    const members = await tx.member.findMany({ where: { person: { email: { in: addresses } } }, select: { person: { select: { email: true } } } });
    if (members.length > 0) return { kind: "members", addresses: members.map((member) => member.person.email) };
    const open = await tx.invitation.findMany({ where: { openAddress: { in: addresses }, expiresAt: { gt: now } }, select: { address: true } });
    if (open.length > 0) return { kind: "invited", addresses: open.map(({ address }) => address) };
    const today = await tx.invitation.count({ where: { sentAt: { gt: new Date(now.getTime() - DAY_MS) } } });
    if (today + addresses.length > MOST_A_DAY) return { kind: "too-many" };
    // One that has expired makes room for the new one; its own link stays dead.
    await tx.invitation.updateMany({ where: { openAddress: { in: addresses } }, data: { openAddress: null } });
    for (const address of addresses) {
      const token = newToken();
      const { id } = await tx.invitation.create({
        data: { ...as, address, openAddress: address, tokenHash: tokenHash(token), invitedBy: person.name, sentAt: now, expiresAt: invitationEnd(now) },
        select: { id: true },
      });
      const link = `${origin}${paths.invitation(token)}`;
      await queueMail(tx, { kind: "invitation", address, language, values: { organization: organization.name, invitedBy: person.name, link } });
      await recordEvent(tx, access, { action: "invitation.sent", object: { kind: "invitation", id, name: address }, detail: { roleAfter: as.role } });
    }
    return { kind: "sent", count: addresses.length };
  });
}

/** When an invitation that is sent now stops being good. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}
