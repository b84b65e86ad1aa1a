import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { beginAsked, beginOpen, type BegunOutcome, CYCLE_TO_BEGIN, RESPONDENT_TO_BEGIN } from "./begin-asked.server.ts";
import { findLink } from "./find-link.server.ts";

/** `unknown`: a token nobody was given; `over`: an open link that has run out or was ended. */
export type LinkBegun = BegunOutcome | { kind: "unknown" | "over" };

/**
 * Begins a response by a personal link, or finds the one that was begun by it; by an open link each call begins another one.
 * @param as what they answer as and where they work; null: they would rather not say. Once begun it stays as it was.
 */
export async function beginByLink(
  db: Database,
  token: string,
  as: { respondentRole: RespondentRole | null; workFunction: WorkFunction | null },
  { secret, now }: { secret: string; now: Date },
): Promise<LinkBegun> {
  const link = await findLink(db, token);
  if (!link) return { kind: "unknown" };
  const { organizationId, id, cycleId, kind } = link;
  return withTenant(db, { organizationId }, async (tx): Promise<LinkBegun> => {
    // As members do: who closes the cycle or ends the link comes before this or after it.
    await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
    const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id: cycleId } }, select: CYCLE_TO_BEGIN });
    if (!cycle) return { kind: "unknown" };
    if (kind === "open") {
      const isGood = (await tx.openLink.count({ where: { organizationId, id, revokedAt: null, expiresAt: { gt: now } } })) === 1;
      return isGood ? beginOpen(tx, cycle, as, now) : { kind: "over" };
    }
    await tx.respondent.updateMany({ where: { organizationId, id, markHash: null, hasAnswered: false }, data: as });
    const respondent = await tx.respondent.findUnique({ where: { organizationId_id: { organizationId, id } }, select: RESPONDENT_TO_BEGIN });
    return respondent ? beginAsked(tx, cycle, respondent, { secret, now }) : { kind: "unknown" };
  });
}
