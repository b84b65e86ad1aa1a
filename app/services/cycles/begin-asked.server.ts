import { randomUUID } from "node:crypto";
import type { Prisma } from "@prisma/client";
import { type CycleState, cycleState } from "#app/domain/cycles/cycle-state.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { cycleTokenOf, hashesOf, newOpenTakeToken } from "../responses/respondent-token.server.ts";

/** `answering`: begun now or before; `submitted`: that is over. Its `responseId` is null where it was answered under another secret of the installation. */
export type BegunOutcome =
  { kind: "answering"; takeToken: string } | { kind: "submitted"; responseId: string | null; takeToken: string } | { kind: Exclude<CycleState, "open"> };

/** Columns of a cycle that beginning to answer in it takes. */
export const CYCLE_TO_BEGIN = {
  ...{ id: true, organizationId: true, assessmentHash: true, isAnonymous: true, asksEverybody: true },
  ...{ openedAt: true, opensAt: true, closesAt: true, closedAt: true, organization: { select: { eraseAfter: true } } },
} satisfies Prisma.CycleSelect;
export type CycleToBegin = Prisma.CycleGetPayload<{ select: typeof CYCLE_TO_BEGIN }>;

/** Columns of whom a cycle asks. */
export const RESPONDENT_TO_BEGIN = {
  ...{ id: true, memberId: true, respondentRole: true, workFunction: true, hasAnswered: true, markHash: true },
} satisfies Prisma.RespondentSelect;
export type RespondentToBegin = Prisma.RespondentGetPayload<{ select: typeof RESPONDENT_TO_BEGIN }>;

/** How a cycle stands for who answers: in an organisation that waits to be erased nothing is answered. */
export function stateOf(cycle: CycleToBegin, now: Date): CycleState {
  return cycle.organization.eraseAfter === null ? cycleState(cycle, now) : "closed";
}

/**
 * Begins the response of somebody who is asked in a cycle, or finds the one they have begun, however many ask at once. In an anonymous
 * cycle the two are bound by the token alone: at the response stands nothing of who it is, and no moment but the cycle's own.
 * @param tx inside of the organisation, which is held
 * @param secret of the installation, from which the token is made
 */
export async function beginAsked(
  tx: Transaction,
  cycle: CycleToBegin,
  respondent: RespondentToBegin,
  { secret, now }: { secret: string; now: Date },
): Promise<BegunOutcome> {
  const { organizationId, id: cycleId } = cycle;
  const { id: respondentId, memberId } = respondent;
  const takeToken = cycleTokenOf(secret, { organizationId, cycleId, whom: memberId ?? respondentId });
  const { mark, ...hashes } = hashesOf(takeToken);
  const where = cycle.isAnonymous ? { takeTokenHash: hashes.takeTokenHash } : { organizationId_respondentId: { organizationId, respondentId } };
  const state = stateOf(cycle, now);
  if (state === "open" && !respondent.hasAnswered) {
    const whose = cycle.isAnonymous ? {} : { memberId, respondentId };
    const as = { respondentRole: respondent.respondentRole, workFunction: respondent.workFunction };
    await tx.response.createMany({ data: [{ ...responseIn(cycle), ...hashes, ...whose, ...as }], skipDuplicates: true });
  }
  const response = await tx.response.findUnique({ where, select: { id: true, submittedAt: true, takeTokenHash: true } });
  if (response?.submittedAt || respondent.hasAnswered) return { kind: "submitted", responseId: response?.id ?? null, takeToken };
  if (state !== "open" || !response) return { kind: state === "planned" ? "planned" : "closed" };
  // After the installation's secret was changed the answers of a named cycle are found again under a token of the new one.
  if (response.takeTokenHash !== hashes.takeTokenHash) await tx.response.update({ where, data: hashes, select: { id: true } });
  if (respondent.markHash !== mark) await tx.respondent.updateMany({ where: { organizationId, id: respondentId }, data: { markHash: mark } });
  return { kind: "answering", takeToken };
}

/** Begins a response of nobody in particular, as by a cycle's open link. @param tx inside of the organisation, which is held */
export async function beginOpen(
  tx: Transaction,
  cycle: CycleToBegin,
  as: { respondentRole: string | null; workFunction: string | null },
  now: Date,
): Promise<Exclude<BegunOutcome, { kind: "submitted" }>> {
  const state = stateOf(cycle, now);
  if (state !== "open") return { kind: state };
  const takeToken = newOpenTakeToken();
  const { mark: _, ...hashes } = hashesOf(takeToken);
  await tx.response.createMany({ data: [{ ...responseIn(cycle), isByLink: true, ...hashes, ...as }] });
  return { kind: "answering", takeToken };
}

/** Its id is random, and in an anonymous cycle its moment the cycle's: neither orders the responses by when they were begun. */
function responseIn({ id: cycleId, assessmentHash, isAnonymous, opensAt, openedAt }: CycleToBegin) {
  return { id: randomUUID(), cycleId, assessmentHash, ...(isAnonymous ? { createdAt: opensAt ?? openedAt } : {}) };
}
