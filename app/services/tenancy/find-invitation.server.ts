import { type Role, roleSchema } from "#app/domain/access/can.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";

/** Why an invitation cannot be accepted. */
export type Closed = "accepted" | "withdrawn" | "expired" | "leaving";
export type FoundInvitation = {
  organization: { id: string; slug: string; name: string };
  address: string;
  role: Role;
  invitedBy: string;
  /** Null: it is open. */
  closed: Closed | null;
};

/** What a link in a mail invites to; null for a token of none, such as one that was replaced when the invitation was sent again. */
export function findInvitation(db: Database, token: string, now: Date): Promise<FoundInvitation | null> {
  const hash = tokenHash(token);
  return withToken(db, { tokenHash: hash }, (tx) => invitationIn(tx, hash, now));
}

/** The same inside a door. */
export async function invitationIn(tx: Transaction, hash: string, now: Date): Promise<FoundInvitation | null> {
  const found = await tx.invitation.findUnique({
    where: { tokenHash: hash },
    select: {
      address: true,
      role: true,
      invitedBy: true,
      openAddress: true,
      acceptedAt: true,
      withdrawnAt: true,
      expiresAt: true,
      organization: { select: { id: true, slug: true, name: true, eraseAfter: true } },
    },
  });
  if (!found) return null;
  const { organization, address, role, invitedBy, openAddress, acceptedAt, withdrawnAt, expiresAt } = found;
  const { eraseAfter, ...shown } = organization;
  const isExpired = expiresAt <= now || openAddress === null;
  const closed: Closed | null = acceptedAt ? "accepted" : withdrawnAt ? "withdrawn" : isExpired ? "expired" : eraseAfter ? "leaving" : null;
  return { organization: shown, address, role: roleSchema.parse(role), invitedBy, closed };
}
