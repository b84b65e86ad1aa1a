import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import type { WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ASKED_ROLES } from "./asked-roles.server.ts";

/** How many of those who were asked have submitted; `others`: by the open link, or asked by a cycle that was brought here. Never who. */
export type CycleCounts = { answered: number; asked: number; others: number };
/** The same by where people work; null: not said. */
export type FunctionCounts = { workFunction: WorkFunction | null; answered: number; asked: number };

/**
 * How far a cycle has come. Who has answered and left, or may answer no more, was asked too: the two figures never contradict each other.
 * In an anonymous cycle so was who has not answered: else the figures would tell the one from the other when somebody is removed or may answer no more.
 * Of functions it is said only where each of them, and those of whom none is known, has five people or more who are asked: that hangs on no answer.
 * @param tx inside of the organisation
 */
export async function countCycle(tx: Transaction, organizationId: string, cycleId: string): Promise<{ counts: CycleCounts; byFunction: FunctionCounts[] }> {
  const groups = await tx.$queryRaw<FunctionCounts[]>`
    WITH people AS (
      SELECT s.work_function, s.has_answered FROM respondent s
      JOIN cycle c ON c.organization_id = s.organization_id AND c.id = s.cycle_id
      LEFT JOIN member m ON m.organization_id = s.organization_id AND m.id = s.member_id
      WHERE s.organization_id = ${organizationId}::uuid AND s.cycle_id = ${cycleId}::uuid
        AND (c.is_anonymous OR s.has_answered OR s.address IS NOT NULL OR m.role = ANY (${ASKED_ROLES}))
      UNION ALL
      SELECT m.work_function, false FROM cycle c JOIN member m ON m.organization_id = c.organization_id
      WHERE c.organization_id = ${organizationId}::uuid AND c.id = ${cycleId}::uuid AND c.asks_everybody AND m.role = ANY (${ASKED_ROLES})
        AND m.created_at < coalesce(c.closed_at, 'infinity')
        AND NOT EXISTS (SELECT 1 FROM respondent s WHERE s.organization_id = m.organization_id AND s.cycle_id = c.id AND s.member_id = m.id))
    SELECT work_function AS "workFunction", count(*)::int AS asked, (count(*) FILTER (WHERE has_answered))::int AS answered
    FROM people GROUP BY work_function ORDER BY work_function NULLS LAST`;
  const submitted = await tx.response.count({ where: { organizationId, cycleId, submittedAt: { not: null } } });
  const answered = groups.reduce((sum, group) => sum + group.answered, 0);
  const asked = groups.reduce((sum, group) => sum + group.asked, 0);
  const isLarge = groups.length > 1 && groups.every((group) => group.asked >= SMALLEST_GROUP);
  return { counts: { answered, asked, others: Math.max(0, submitted - answered) }, byFunction: isLarge ? groups : [] };
}
