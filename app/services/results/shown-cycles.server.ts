import { Prisma } from "@prisma/client";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/**
 * Whether what was submitted in a cycle `y` may be shown outside of its team result: in a named cycle always; in an anonymous one once it is
 * closed and five people or more have answered, and only all at once. Where it was opened again, one or two more would be told by what
 * they change; therefore not before a team result counts exactly those who have answered. (`reopenCycle` waits for the first one.)
 */
export const isShown = Prisma.sql`(NOT y.is_anonymous OR (y.closed_at IS NOT NULL AND (
  SELECT n.people >= ${SMALLEST_GROUP} AND coalesce(
    (SELECT t.respondents = n.people FROM team_result t WHERE t.organization_id = y.organization_id AND t.cycle_id = y.id ORDER BY t.number DESC LIMIT 1),
    y.reopened_reason IS NULL)
  FROM (SELECT count(*)::int AS people FROM response p WHERE p.organization_id = y.organization_id AND p.cycle_id = y.id AND p.submitted_at IS NOT NULL) n)))`;

/** The cycles of an organisation whose single answers may be in its files, and which of them are anonymous. @param tx inside of the organisation */
export async function shownCycles(tx: Transaction, organizationId: string): Promise<{ id: string; isAnonymous: boolean }[]> {
  return tx.$queryRaw<{ id: string; isAnonymous: boolean }[]>`
    SELECT y.id, y.is_anonymous AS "isAnonymous" FROM cycle y WHERE y.organization_id = ${organizationId}::uuid AND ${isShown}`;
}
