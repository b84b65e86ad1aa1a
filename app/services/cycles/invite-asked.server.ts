import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ASKED_ROLES } from "./asked-roles.server.ts";
import { CYCLE_TO_TELL, tellAsked, type ToldRow } from "./tell-asked.server.ts";

/**
 * Tells those whom cycles ask that they are open, once: of several processes that do the same at the same moment one does it. Who is asked
 * in several of them gets one mail. Nudge the mails after the commit.
 * @param tx inside of the organisation
 * @param cycleIds of cycles that can be answered
 * @param language of notifications of members who have chosen none
 * @param except the person who has just opened them, and knows
 * @returns the ids of those that this call told of
 */
export async function inviteAsked(
  tx: Transaction,
  organizationId: string,
  cycleIds: readonly string[],
  { secret, now, language = SOURCE_LANGUAGE, except }: { secret: string; now: Date; language?: Language; except?: string },
): Promise<string[]> {
  const ours: string[] = [];
  for (const id of cycleIds) {
    const { count } = await tx.cycle.updateMany({ where: { organizationId, id, hasInvited: false, closedAt: null }, data: { hasInvited: true } });
    if (count === 1) ours.push(id);
  }
  if (ours.length === 0) return ours;
  const cycles = await tx.cycle.findMany({ where: { organizationId, id: { in: ours } }, orderBy: { id: "asc" }, select: CYCLE_TO_TELL });
  for (const { id, asksEverybody } of cycles) if (asksEverybody) await addMissingMembers(tx, organizationId, id);
  await inviteNew(tx, organizationId, ours, { secret, now, language, ...(except === undefined ? {} : { except }) });
  return ours;
}

/** Tells those of some open cycles who have not been told yet. @param tx inside of the organisation */
export async function inviteNew(
  tx: Transaction,
  organizationId: string,
  cycleIds: readonly string[],
  { secret, now, language, except }: { secret: string; now: Date; language: Language; except?: string },
): Promise<number> {
  const cycles = await tx.cycle.findMany({ where: { organizationId, id: { in: [...cycleIds] } }, orderBy: { id: "asc" }, select: CYCLE_TO_TELL });
  const rows = await tx.$queryRaw<ToldRow[]>`
    UPDATE respondent s SET invited_at = ${now}
    WHERE s.organization_id = ${organizationId}::uuid AND s.cycle_id = ANY (${[...cycleIds]}::uuid[]) AND s.invited_at IS NULL AND NOT s.has_answered
      AND (EXISTS (SELECT 1 FROM member m WHERE m.organization_id = s.organization_id AND m.id = s.member_id AND m.role = ANY (${ASKED_ROLES}))
        OR (s.address IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mail_refusal f
        WHERE f.organization_id = s.organization_id AND f.address_hash = encode(sha256(convert_to(lower(s.address), 'UTF8')), 'hex'))))
    RETURNING s.id::text AS id, s.cycle_id::text AS "cycleId", s.member_id::text AS "memberId", s.address, s.language`;
  await tellAsked(tx, "invitation", cycles, rows, { secret, language, ...(except === undefined ? {} : { except }) });
  return rows.length;
}

/** Makes a respondent of every member who may answer and is none yet, in a cycle that asks everybody. @param tx inside of the organisation */
export async function addMissingMembers(tx: Transaction, organizationId: string, cycleId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO respondent (id, cycle_id, member_id, respondent_role, work_function)
    SELECT gen_random_uuid(), ${cycleId}::uuid, m.id, m.respondent_role, m.work_function FROM member m
    WHERE m.organization_id = ${organizationId}::uuid AND m.role = ANY (${ASKED_ROLES})
    ORDER BY gen_random_uuid()
    ON CONFLICT DO NOTHING`;
}
