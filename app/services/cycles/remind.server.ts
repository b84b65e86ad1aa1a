import { Prisma } from "@prisma/client";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ASKED_ROLES } from "./asked-roles.server.ts";
import { addMissingMembers } from "./invite-asked.server.ts";
import { CYCLE_TO_TELL, type CycleToTell, tellAsked, type ToldRow } from "./tell-asked.server.ts";

const DAY_MS = 24 * 3600 * 1000;

/** Who has been asked, has not answered, and has had no mail or notification of it for a day. An address that wants none gets none. */
function isDue(organizationId: string, cycleId: string, now: Date): Prisma.Sql {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  return Prisma.sql`s.organization_id = ${organizationId}::uuid AND s.cycle_id = ${cycleId}::uuid AND NOT s.has_answered
    AND coalesce(greatest(s.invited_at, s.reminded_at) <= ${dayAgo}, true)
    AND (EXISTS (SELECT 1 FROM member m WHERE m.organization_id = s.organization_id AND m.id = s.member_id AND m.role = ANY (${ASKED_ROLES}))
      OR (s.address IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mail_refusal f
        WHERE f.organization_id = s.organization_id AND f.address_hash = encode(sha256(convert_to(lower(s.address), 'UTF8')), 'hex'))))`;
}

/** How many a reminder would go to now. @param tx inside of the organisation */
export async function remindable(tx: Transaction, organizationId: string, cycleId: string, now: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM respondent s WHERE ${isDue(organizationId, cycleId, now)}`;
  const missing = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM cycle c JOIN member m ON m.organization_id = c.organization_id
    WHERE c.organization_id = ${organizationId}::uuid AND c.id = ${cycleId}::uuid AND c.asks_everybody AND m.role = ANY (${ASKED_ROLES})
      AND NOT EXISTS (SELECT 1 FROM respondent s WHERE s.organization_id = m.organization_id AND s.cycle_id = c.id AND s.member_id = m.id)`;
  return row!.count + missing[0]!.count;
}

/**
 * Reminds those who have not answered, in the transaction that notes it down: whoever does the same at the same moment finds nobody left.
 * Nudge the mails after the commit.
 * @param tx inside of the organisation
 * @param language of mails to members who have chosen none
 * @returns how many were reminded
 */
export async function remindAsked(
  tx: Transaction,
  cycle: CycleToTell,
  { secret, now, language = SOURCE_LANGUAGE }: { secret: string; now: Date; language?: Language },
): Promise<number> {
  const { organizationId, id } = cycle;
  if (cycle.asksEverybody) await addMissingMembers(tx, organizationId, id);
  const rows = await tx.$queryRaw<ToldRow[]>`
    UPDATE respondent s SET reminded_at = ${now}, reminders = reminders + 1 WHERE ${isDue(organizationId, id, now)}
    RETURNING s.id::text AS id, s.cycle_id::text AS "cycleId", s.member_id::text AS "memberId", s.address, s.language`;
  await tellAsked(tx, "reminder", [cycle], rows, { secret, language: LANGUAGES.find((known) => known === language) ?? SOURCE_LANGUAGE });
  return rows.length;
}

/** The cycle of an id as telling of it needs it. @param tx inside of the organisation */
export function cycleToTell(tx: Transaction, organizationId: string, id: string): Promise<CycleToTell | null> {
  return tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: CYCLE_TO_TELL });
}
