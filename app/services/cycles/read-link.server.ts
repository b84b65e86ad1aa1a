import type { CycleState } from "#app/domain/cycles/cycle-state.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { CYCLE_TO_BEGIN, stateOf } from "./begin-asked.server.ts";
import { findLink } from "./find-link.server.ts";

/** What whoever opens a link to a cycle's questions is told before they answer. */
export type LinkView = {
  kind: "personal" | "open";
  organization: string;
  askedBy: string;
  slug: string;
  period: string;
  isAnonymous: boolean;
  /** `over`: an open link that has run out or was ended. */
  state: CycleState | "over";
  opensAt: Date | null;
  closesAt: Date | null;
  timeZone: string;
  /** Of a personal link. */
  respondentRole: string | null;
  workFunction: string | null;
  hasBegun: boolean;
  hasAnswered: boolean;
};

/** Null for a token nobody was given. */
export async function readLink(db: Database, token: string, now: Date): Promise<LinkView | null> {
  const link = await findLink(db, token);
  if (!link) return null;
  const { organizationId, id, cycleId, kind } = link;
  return withTenant(db, { organizationId }, async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { organizationId_id: { organizationId, id: cycleId } },
      select: {
        ...CYCLE_TO_BEGIN,
        ...{ assessmentSlug: true, period: true, openedBy: true },
        organization: { select: { name: true, timeZone: true, eraseAfter: true } },
      },
    });
    if (!cycle) return null;
    const where = { organizationId_id: { organizationId, id } };
    const asked = kind === "personal" ? await tx.respondent.findUnique({ where }) : null;
    const open = kind === "open" ? await tx.openLink.findUnique({ where }) : null;
    if (!asked && !open) return null;
    const { organization, openedBy, assessmentSlug, period, isAnonymous, opensAt, closesAt } = cycle;
    const isOver = open !== null && (open.revokedAt !== null || open.expiresAt <= now);
    return {
      ...{ kind, organization: organization.name, askedBy: openedBy, slug: assessmentSlug, period, isAnonymous, opensAt, closesAt },
      ...{ state: isOver ? "over" : stateOf(cycle, now), timeZone: organization.timeZone },
      ...{ respondentRole: asked?.respondentRole ?? null, workFunction: asked?.workFunction ?? null },
      ...{ hasBegun: asked !== null && asked.markHash !== null, hasAnswered: asked?.hasAnswered ?? false },
    };
  });
}
