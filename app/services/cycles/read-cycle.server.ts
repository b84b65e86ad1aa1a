import { can } from "#app/domain/access/can.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { ASKED_ROLES } from "./open-cycle.server.ts";

export type Cycle = {
  id: string;
  slug: string;
  period: string;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  /** How many have submitted, of how many; null for who may only answer. Never who. */
  counts: { answered: number; asked: number } | null;
  /** What whoever asks has answered in it; null: nothing yet. */
  own: { responseId: string; isSubmitted: boolean } | null;
};

/** One cycle; null for an id of none, and of another organisation's. */
export async function readCycle(db: Database, { organization, actor, memberId }: Access, id: string): Promise<Cycle | null> {
  const organizationId = organization.id;
  if (!isId(id)) return null;
  return withTenant(db, { organizationId }, async (tx) => {
    const found = await tx.cycle.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { id: true, assessmentSlug: true, period: true, openedAt: true, openedBy: true, closedAt: true },
    });
    if (!found) return null;
    const { assessmentSlug, ...cycle } = found;
    const own = memberId
      ? await tx.response.findUnique({
          where: { organizationId_cycleId_memberId: { organizationId, cycleId: id, memberId } },
          select: { id: true, submittedAt: true },
        })
      : null;
    let counts: Cycle["counts"] = null;
    if (can(actor, "cycles.run") || can(actor, "results.view")) {
      const submitted = { organizationId, cycleId: id, submittedAt: { not: null } };
      const isAsked = { role: { in: ASKED_ROLES } };
      const answered = await tx.response.count({ where: submitted });
      // Who has answered and left, or may answer no more, was asked too: the two figures never contradict each other.
      const answeredByOthers = answered - (await tx.response.count({ where: { ...submitted, member: isAsked } }));
      counts = { answered, asked: answeredByOthers + (await tx.member.count({ where: { organizationId, ...isAsked } })) };
    }
    return { ...cycle, slug: assessmentSlug, counts, own: own && { responseId: own.id, isSubmitted: own.submittedAt !== null } };
  });
}
