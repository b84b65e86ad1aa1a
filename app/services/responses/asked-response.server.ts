import { can, roleSchema } from "#app/domain/access/can.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/**
 * Whether the link of a response still answers. "closed": its cycle is over, the organisation waits to be erased, or its member may no
 * longer answer; what was submitted before is "open" all the same, for it is only read. "gone": whoever it was asked of is a member no more.
 */
export type Asked = "open" | "closed" | "gone";

type Standing = { isSubmitted: boolean; isOver: boolean; role: string | null };

/** How an organisation's response stands. @param tx inside of its organisation */
export async function askedIn(tx: Transaction, responseId: string): Promise<Asked> {
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT r.submitted_at IS NOT NULL AS "isSubmitted", (c.closed_at IS NOT NULL OR o.erase_after IS NOT NULL) AS "isOver", m.role
    FROM response r
    JOIN organization o ON o.id = r.organization_id
    LEFT JOIN cycle c ON c.organization_id = r.organization_id AND c.id = r.cycle_id
    LEFT JOIN member m ON m.organization_id = r.organization_id AND m.id = r.member_id
    WHERE r.id = ${responseId}::uuid`;
  if (!row || row.role === null) return "gone";
  const mayAnswer = can({ kind: "member", role: roleSchema.parse(row.role) }, "cycles.respond");
  return row.isSubmitted || (!row.isOver && mayAnswer) ? "open" : "closed";
}

/**
 * The same, held until the transaction ends: closing a cycle and removing a member hold the organisation, erasing a person the response,
 * so each comes before what is written next or after it, and nothing is half. Nobody's responses are always open, and take no lock.
 */
export async function holdAsked(tx: Transaction, organizationId: string | null, responseId: string): Promise<Asked> {
  if (organizationId === null) return "open";
  await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM response WHERE id = ${responseId}::uuid FOR UPDATE`;
  return askedIn(tx, responseId);
}
