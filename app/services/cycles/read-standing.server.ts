import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** How far an organisation has come. */
export type Standing = {
  /** The cycles that are open, the latest first; at most twelve. */
  openCycles: { id: string; slug: string; period: string }[];
  cycles: number;
  /** Submitted, by whomever. */
  results: number;
};

export async function readStanding(db: Database, { organization }: Access, now: Date): Promise<Standing> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const open = await tx.cycle.findMany({
      where: {
        organizationId,
        closedAt: null,
        AND: [{ OR: [{ opensAt: null }, { opensAt: { lte: now } }] }, { OR: [{ closesAt: null }, { closesAt: { gt: now } }] }],
      },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      take: 12,
      select: { id: true, assessmentSlug: true, period: true },
    });
    return {
      openCycles: open.map(({ id, assessmentSlug, period }) => ({ id, slug: assessmentSlug, period })),
      cycles: await tx.cycle.count({ where: { organizationId } }),
      results: await tx.response.count({ where: { organizationId, submittedAt: { not: null } } }),
    };
  });
}
