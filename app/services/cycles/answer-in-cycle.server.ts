import { can, roleSchema } from "#app/domain/access/can.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { cycleTokenOf, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** `answering`: begun now or before; `submitted`: that is over, and its result is there. */
export type AnswerOutcome =
  { kind: "answering"; takeToken: string } | { kind: "submitted"; responseId: string } | { kind: "closed" | "not-found" | "not-allowed" };

/**
 * Begins a member's response in a cycle, or finds the one they have begun, however many ask at once.
 * @param secret of the installation, from which the token is made
 */
export async function answerInCycle(db: Database, { organization, memberId }: Access, cycleId: string, secret: string): Promise<AnswerOutcome> {
  const organizationId = organization.id;
  if (!isId(cycleId)) return { kind: "not-found" };
  if (!memberId) return { kind: "not-allowed" };
  const takeToken = cycleTokenOf(secret, { organizationId, cycleId, memberId });
  return withTenant(db, { organizationId }, async (tx) => {
    // Who removes a member or closes a cycle holds the organisation alone; those who answer hold it together.
    const [held] = await tx.$queryRaw<{ stays: boolean }[]>`SELECT erase_after IS NULL AS stays FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
    const member = await tx.member.findUnique({ where: { organizationId_id: { organizationId, id: memberId } }, select: { role: true } });
    if (!member || !can({ kind: "member", role: roleSchema.parse(member.role) }, "cycles.respond")) return { kind: "not-allowed" };
    const cycle = await tx.cycle.findUnique({
      where: { organizationId_id: { organizationId, id: cycleId } },
      select: { assessmentHash: true, closedAt: true },
    });
    if (!cycle) return { kind: "not-found" };
    const where = { organizationId_cycleId_memberId: { organizationId, cycleId, memberId } };
    const hashes = { takeTokenHash: tokenHash(takeToken), resultTokenHash: tokenHash(resultTokenOf(takeToken)) };
    const isOpen = held?.stays === true && cycle.closedAt === null;
    if (isOpen) await tx.response.createMany({ data: [{ cycleId, memberId, assessmentHash: cycle.assessmentHash, ...hashes }], skipDuplicates: true });
    const response = await tx.response.findUnique({ where, select: { id: true, submittedAt: true, takeTokenHash: true } });
    if (response?.submittedAt) return { kind: "submitted", responseId: response.id };
    if (!isOpen || !response) return { kind: "closed" };
    // After the installation's secret was changed the answers are found again under a token of the new one.
    if (response.takeTokenHash !== hashes.takeTokenHash) await tx.response.update({ where, data: hashes, select: { id: true } });
    return { kind: "answering", takeToken };
  });
}
