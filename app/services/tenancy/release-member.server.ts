import { MAY_BE_FORGOTTEN, staysAsked } from "../cycles/stays-asked.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/**
 * Takes a member out of everything that names them, before they go. What they have answered stays, as nobody's in particular, for
 * results rest on it; whoever was asked and has not answered is asked no more; what they kept up to date has no owner.
 */
export async function releaseMember(tx: Transaction, organizationId: string, memberId: string): Promise<void> {
  await staysAsked(tx, organizationId, memberId);
  await tx.response.updateMany({ where: { organizationId, OR: [{ memberId }, { respondent: { memberId } }] }, data: { memberId: null, respondentId: null } });
  // One who has begun stays as nobody's: by that their link is known to be over.
  await tx.respondent.deleteMany({ where: { organizationId, memberId, hasAnswered: false, markHash: null, ...MAY_BE_FORGOTTEN } });
  await tx.respondent.updateMany({ where: { organizationId, memberId }, data: { memberId: null } });
  await tx.evidence.updateMany({ where: { organizationId, ownerId: memberId }, data: { ownerId: null } });
  await tx.kpi.updateMany({ where: { organizationId, ownerId: memberId }, data: { ownerId: null } });
  await tx.roadmapInitiative.updateMany({ where: { organizationId, ownerId: memberId }, data: { ownerId: null } });
}
