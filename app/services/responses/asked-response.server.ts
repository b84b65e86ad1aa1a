import { can, roleSchema } from "#app/domain/access/can.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { isOpenTakeToken, markHash, resultTokenOf } from "./respondent-token.server.ts";

/**
 * Whether the link of a response still answers. "closed": its cycle is over, the organisation waits to be erased, or its member may no
 * longer answer; what was submitted before is "open" all the same, for it is only read. "gone": whoever it was asked of is a member no
 * more, or their address was erased, or the organisation is being erased, or the link was made under another secret of the installation.
 */
export type Asked = "open" | "closed" | "gone";

/** The token that is held: it alone says who was asked, for at an anonymous response nothing does. */
export type HeldToken = { kind: "take" | "result"; token: string };

type Standing = {
  isSubmitted: boolean;
  isOver: boolean;
  isGoing: boolean;
  cycleId: string | null;
  respondentId: string | null;
  role: string | null;
  address: string | null;
  /** Of an anonymous cycle: the moment that is written at everything in it. */
  momentOfAll: Date | null;
};

/** How an organisation's response stands. @param tx inside of its organisation */
export async function askedIn(tx: Transaction, responseId: string, held: HeldToken): Promise<Asked> {
  return (await standingOf(tx, responseId, held)).asked;
}

async function standingOf(tx: Transaction, responseId: string, held: HeldToken): Promise<{ asked: Asked; momentOfAll: Date | null }> {
  const mark = markHash(held.kind === "take" ? resultTokenOf(held.token) : held.token);
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT r.submitted_at IS NOT NULL AS "isSubmitted", r.cycle_id AS "cycleId",
      (c.closed_at IS NOT NULL OR coalesce(c.closes_at <= clock_timestamp(), false) OR o.erase_after IS NOT NULL) AS "isOver",
      s.id AS "respondentId", m.role, s.address, CASE WHEN c.is_anonymous THEN coalesce(c.opens_at, c.opened_at) END AS "momentOfAll", coalesce(o.erase_after = to_timestamp(0), false) AS "isGoing"
    FROM response r
    JOIN organization o ON o.id = r.organization_id
    LEFT JOIN cycle c ON c.organization_id = r.organization_id AND c.id = r.cycle_id
    LEFT JOIN respondent s ON s.organization_id = r.organization_id AND s.cycle_id = r.cycle_id AND s.mark_hash = ${mark}
    LEFT JOIN member m ON m.organization_id = s.organization_id AND m.id = s.member_id
    WHERE r.id = ${responseId}::uuid`;
  if (!row) return { asked: "gone", momentOfAll: null };
  return { asked: askedOf(row, held), momentOfAll: row.momentOfAll };
}

function askedOf({ isSubmitted, isOver, isGoing, cycleId, respondentId, role, address }: Standing, { kind, token }: HeldToken): Asked {
  // What was brought in is reached through the organisation, and by no link.
  if (cycleId === null || isGoing) return "gone";
  const isOpenLink = respondentId === null && (kind === "result" || isOpenTakeToken(token));
  if (!isOpenLink && role === null && address === null) return "gone";
  const mayAnswer = role === null || can({ kind: "member", role: roleSchema.parse(role) }, "cycles.respond");
  return isSubmitted || (!isOver && mayAnswer) ? "open" : "closed";
}

/**
 * The same, held until the transaction ends: closing a cycle and removing a member hold the organisation, erasing a person the response,
 * so each comes before what is written next or after it, and nothing is half. Nobody's responses are always open, and take no lock.
 * @returns also, for a response in an anonymous cycle, the moment to write instead of the present one (null: the present one), so that no
 *   answer can be told by when it came
 */
export async function holdAsked(
  tx: Transaction,
  organizationId: string | null,
  responseId: string,
  takeToken: string,
): Promise<{ asked: Asked; momentOfAll: Date | null }> {
  if (organizationId === null) return { asked: "open", momentOfAll: null };
  await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM response WHERE id = ${responseId}::uuid FOR UPDATE`;
  return standingOf(tx, responseId, { kind: "take", token: takeToken });
}
