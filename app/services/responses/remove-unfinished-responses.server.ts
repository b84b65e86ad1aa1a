import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";

/**
 * Removes the responses that were begun, never submitted, and not touched for as many days as their organisation keeps such. In an
 * anonymous cycle nothing says when one was touched: there they go as many days after the cycle was closed.
 * @returns how many there were
 */
export async function removeUnfinishedResponses(db: Database, now: Date): Promise<number> {
  const organizations = await withOperator(db, (tx) =>
    tx.organization.findMany({ where: { retentionDays: { not: null } }, select: { id: true, retentionDays: true } }),
  );
  let removed = 0;
  for (const { id, retentionDays } of organizations) {
    const untouchedSince = new Date(now.getTime() - retentionDays! * 24 * 60 * 60 * 1_000);
    const { count } = await withTenant(db, { organizationId: id }, (tx) =>
      tx.response.deleteMany({
        where: {
          ...{ organizationId: id, submittedAt: null },
          OR: [
            {
              AND: [{ OR: [{ cycleId: null }, { cycle: { isAnonymous: false } }] }],
              ...{ createdAt: { lt: untouchedSince }, answers: { none: { updatedAt: { gte: untouchedSince } } } },
            },
            { cycle: { isAnonymous: true, closedAt: { lt: untouchedSince } } },
          ],
        },
      }),
    );
    removed += count;
  }
  return removed;
}
