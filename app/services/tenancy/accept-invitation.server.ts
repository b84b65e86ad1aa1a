import { organizationPaths } from "#app/organization-paths.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { notify } from "../notifications/notify.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { type Closed, findInvitation, invitationIn } from "./find-invitation.server.ts";
import type { Sending } from "./invite-people.server.ts";

export type Acceptance = { kind: "joined" | "already-a-member"; slug: string } | { kind: "unknown" | "other-address" | "unverified" | Closed };

/**
 * Makes a person a member, as their invitation says: by one statement that only the first of many at once passes. Whoever holds the
 * link cannot accept it for others: the person's own confirmed address has to be the invited one.
 */
export async function acceptInvitation(
  db: Database,
  person: SignedIn,
  token: string,
  { language, now }: Pick<Sending, "language" | "now">,
): Promise<Acceptance> {
  const found = await findInvitation(db, token, now);
  if (!found) return { kind: "unknown" };
  const identity = await db.person.findUniqueOrThrow({ where: { id: person.personId }, select: { email: true, emailVerified: true } });
  if (identity.email.toLowerCase() !== found.address) return { kind: "other-address" };
  if (!identity.emailVerified) return { kind: "unverified" };
  const { id: organizationId, slug, name: organization } = found.organization;
  const hash = tokenHash(token);
  return withTenant(db, { organizationId }, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash: hash, acceptedAt: null, openAddress: found.address, expiresAt: { gt: now }, organization: { eraseAfter: null } },
      data: { acceptedAt: now, openAddress: null },
    });
    const key = { organizationId, personId: person.personId };
    if (count === 0) {
      if (await tx.member.count({ where: key })) return { kind: "already-a-member", slug };
      return { kind: (await invitationIn(tx, hash, now))?.closed ?? "unknown" };
    }
    const { role, respondentRole, workFunction, invitedBy } = await tx.invitation.findUniqueOrThrow({
      where: { tokenHash: hash },
      select: { role: true, respondentRole: true, workFunction: true, invitedBy: true },
    });
    const made = await tx.member.createMany({ data: [{ personId: person.personId, role, respondentRole, workFunction }], skipDuplicates: true });
    if (made.count === 0) return { kind: "already-a-member", slug };
    const { id } = await tx.member.findUniqueOrThrow({ where: { organizationId_personId: key }, select: { id: true } });
    const detail = { roleAfter: role, invitedBy };
    await recordEvent(tx, { person, actsFor: null }, { action: "member.joined", object: { kind: "member", id, name: person.name }, detail });
    const managers = await tx.member.findMany({
      where: { organizationId, role: { in: ["owner", "admin"] }, personId: { not: person.personId } },
      select: { personId: true },
    });
    await notify(tx, {
      kind: "member_joined",
      personIds: managers.map(({ personId }) => personId),
      values: { organization, person: person.name },
      path: organizationPaths.member(slug, id),
      language,
    });
    return { kind: "joined", slug };
  });
}
