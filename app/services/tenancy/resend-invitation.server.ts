import { roleSchema } from "#app/domain/access/can.ts";
import { paths } from "#app/paths.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "./find-access.server.ts";
import { invitationEnd, type Sending } from "./invite-people.server.ts";
import { lockOrganization, mayGrant } from "./lock-organization.server.ts";

/** Times that one invitation is sent; whoever has not come by then does not want to. */
export const MOST_SENDINGS = 10;

/** Sends an open invitation again, also one that has expired, with a link of its own: the earlier one opens nothing any more. */
export async function resendInvitation(
  db: Database,
  access: Access,
  id: string,
  { origin, language, now }: Sending,
): Promise<"done" | "not-found" | "not-open" | "not-allowed" | "too-many"> {
  const { organization, person } = access;
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const acting = await lockOrganization(tx, access);
    const found = await tx.invitation.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { address: true, openAddress: true, role: true, sentCount: true },
    });
    if (!found) return "not-found";
    if (!mayGrant(acting, roleSchema.parse(found.role))) return "not-allowed";
    if (found.openAddress === null) return "not-open";
    if (found.sentCount >= MOST_SENDINGS) return "too-many";
    const token = newToken();
    const { count } = await tx.invitation.updateMany({
      where: { organizationId, id, openAddress: { not: null } },
      data: { tokenHash: tokenHash(token), sentAt: now, sentCount: { increment: 1 }, expiresAt: invitationEnd(now) },
    });
    if (count === 0) return "not-open";
    const link = `${origin}${paths.invitation(token)}`;
    await queueMail(tx, { kind: "invitation", address: found.address, language, values: { organization: organization.name, invitedBy: person.name, link } });
    await recordEvent(tx, access, { action: "invitation.resent", object: { kind: "invitation", id, name: found.address } });
    return "done";
  });
}
