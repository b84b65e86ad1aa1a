import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** How far an organisation has come. */
export type Standing = {
  /** The latest cycle that is open; null: none is. */
  openCycle: { id: string; slug: string; period: string } | null;
  cycles: number;
  /** Submitted, by whomever. */
  results: number;
};

export async function readStanding(db: Database, { organization }: Access): Promise<Standing> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const open = await tx.cycle.findFirst({
      where: { organizationId, closedAt: null },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      select: { id: true, assessmentSlug: true, period: true },
    });
    return {
      openCycle: open && { id: open.id, slug: open.assessmentSlug, period: open.period },
      cycles: await tx.cycle.count({ where: { organizationId } }),
      results: await tx.response.count({ where: { organizationId, submittedAt: { not: null } } }),
    };
  });
}
