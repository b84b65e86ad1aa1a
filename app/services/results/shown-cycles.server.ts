import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** `hasResult`: only those answers that a result is made of. */
export type ShownCycle = { id: string; isAnonymous: boolean; hasResult: boolean };

/**
 * The cycles of an organisation whose single answers may be in its files: a named one always; an anonymous one once it is closed and five
 * people or more have answered, and only all at once. With a result these are the answers it is made of: who came after it, or is left out of
 * it, would be told by what they change. Without one yet they are all, unless it was opened again, or holds fewer than five who were
 * asked, or who came by the open link, beside others. (`reopenCycle` waits for the first result.) Where one to four answered a question, or it
 * is withheld for another few, none of the single answers are there: what the page keeps to itself would stand in them.
 * @param tx inside of the organisation
 */
export async function shownCycles(tx: Transaction, organizationId: string): Promise<ShownCycle[]> {
  return tx.$queryRaw<ShownCycle[]>`
    SELECT y.id, y.is_anonymous AS "isAnonymous", t.number IS NOT NULL AS "hasResult" FROM cycle y
    LEFT JOIN LATERAL (
      SELECT n.number, EXISTS (SELECT FROM jsonb_array_elements(n.figures -> 'items') i WHERE i ->> 'withheld' LIKE 'too_few%') AS "withholds"
      FROM team_result n WHERE n.organization_id = y.organization_id AND n.cycle_id = y.id ORDER BY n.number DESC LIMIT 1) t ON true
    WHERE y.organization_id = ${organizationId}::uuid AND (NOT y.is_anonymous OR (y.closed_at IS NOT NULL AND (
      (t.number IS NOT NULL AND NOT t.withholds) OR (t.number IS NULL AND y.reopened_reason IS NULL AND NOT EXISTS (
      SELECT FROM answer a JOIN response p ON p.organization_id = a.organization_id AND p.id = a.response_id
      WHERE p.organization_id = y.organization_id AND p.cycle_id = y.id AND p.submitted_at IS NOT NULL AND a.state = 'answered'
      GROUP BY a.item_id HAVING count(*) < ${SMALLEST_GROUP}) AND (
      SELECT n.linked + n.asked >= ${SMALLEST_GROUP} AND n.linked NOT BETWEEN 1 AND ${SMALLEST_GROUP - 1} AND n.asked NOT BETWEEN 1 AND ${SMALLEST_GROUP - 1}
      FROM (SELECT count(*) FILTER (WHERE p.is_by_link) AS linked, count(*) FILTER (WHERE NOT p.is_by_link) AS asked FROM response p
        WHERE p.organization_id = y.organization_id AND p.cycle_id = y.id AND p.submitted_at IS NOT NULL) n)))))`;
}
