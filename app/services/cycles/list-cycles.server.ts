import { CYCLES_A_PAGE } from "#app/domain/cycles/list-query.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type CycleRow = { id: string; slug: string; period: string; openedAt: Date; closedAt: Date | null; isAnswered: boolean };

/** The cycles of an organisation, those that are open first, then the latest; `isAnswered` by whoever asks. And how many there are on all pages. */
export async function listCycles(db: Database, { organization, memberId }: Access, page: number): Promise<{ rows: CycleRow[]; total: number }> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const found = await tx.cycle.findMany({
      where: { organizationId },
      orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { openedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * CYCLES_A_PAGE,
      take: CYCLES_A_PAGE,
      select: { id: true, assessmentSlug: true, period: true, openedAt: true, closedAt: true },
    });
    const own = memberId
      ? await tx.respondent.findMany({
          where: { organizationId, memberId, cycleId: { in: found.map(({ id }) => id) }, hasAnswered: true },
          select: { cycleId: true },
        })
      : [];
    const answered = new Set(own.map(({ cycleId }) => cycleId));
    const rows = found.map(({ assessmentSlug, ...cycle }) => ({ ...cycle, slug: assessmentSlug, isAnswered: answered.has(cycle.id) }));
    return { rows, total: await tx.cycle.count({ where: { organizationId } }) };
  });
}
