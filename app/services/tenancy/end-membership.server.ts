import type { Transaction } from "../db/pass-door.server.ts";
import type { Member } from "./read-member.server.ts";
import { releaseMember } from "./release-member.server.ts";

/**
 * Takes a member out of an organisation. What they have answered stays, as nobody's in particular, for results rest on it; their work
 * for clients ends with the membership.
 */
export async function endMembership(tx: Transaction, organizationId: string, { id }: Pick<Member, "id">): Promise<void> {
  await releaseMember(tx, organizationId, id);
  await tx.member.deleteMany({ where: { organizationId, id } });
}
