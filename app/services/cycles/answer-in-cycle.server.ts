import { can, roleSchema } from "#app/domain/access/can.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { beginAsked, type BegunOutcome, CYCLE_TO_BEGIN, RESPONDENT_TO_BEGIN, stateOf } from "./begin-asked.server.ts";

/** `not-asked`: the cycle asks others. */
export type AnswerOutcome = BegunOutcome | { kind: "not-found" | "not-allowed" | "not-asked" };

/**
 * Begins a member's response in a cycle, or finds the one they have begun, however many ask at once.
 * @param secret of the installation, from which the token is made
 */
export async function answerInCycle(
  db: Database,
  { organization, memberId }: Access,
  cycleId: string,
  { secret, now }: { secret: string; now: Date },
): Promise<AnswerOutcome> {
  const organizationId = organization.id;
  if (!isId(cycleId)) return { kind: "not-found" };
  if (!memberId) return { kind: "not-allowed" };
  return withTenant(db, { organizationId }, async (tx) => {
    // Who removes a member or closes a cycle holds the organisation alone; those who answer hold it together.
    await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
    const member = await tx.member.findUnique({
      where: { organizationId_id: { organizationId, id: memberId } },
      select: { id: true, role: true, respondentRole: true, workFunction: true },
    });
    if (!member || !can({ kind: "member", role: roleSchema.parse(member.role) }, "cycles.respond")) return { kind: "not-allowed" };
    const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id: cycleId } }, select: CYCLE_TO_BEGIN });
    if (!cycle) return { kind: "not-found" };
    const state = stateOf(cycle, now);
    if (cycle.asksEverybody && state === "open") await addMember(tx, cycleId, member);
    const respondent = await tx.respondent.findUnique({
      where: { organizationId_cycleId_memberId: { organizationId, cycleId, memberId } },
      select: RESPONDENT_TO_BEGIN,
    });
    if (!respondent) return { kind: cycle.asksEverybody && state !== "open" ? state : "not-asked" };
    return beginAsked(tx, cycle, respondent, { secret, now });
  });
}

type AskedMember = { id: string; respondentRole: string | null; workFunction: string | null };

/** A cycle that asks everybody asks also those who came after it was opened. */
async function addMember(tx: Transaction, cycleId: string, { id: memberId, respondentRole, workFunction }: AskedMember): Promise<void> {
  await tx.respondent.createMany({ data: [{ cycleId, memberId, respondentRole, workFunction }], skipDuplicates: true });
}
