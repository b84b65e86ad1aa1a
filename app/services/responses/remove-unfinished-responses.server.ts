import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";

/**
 * Removes the responses that were begun, never submitted, and not touched for as many days as their organisation keeps such.
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
        where: { organizationId: id, submittedAt: null, createdAt: { lt: untouchedSince }, answers: { none: { updatedAt: { gte: untouchedSince } } } },
      }),
    );
    removed += count;
  }
  return removed;
}
