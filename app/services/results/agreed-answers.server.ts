import type { Prisma } from "@prisma/client";
import { isAgreed } from "#app/domain/agreement/consensus.ts";
import type { Answer } from "#app/domain/assessment/answer.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { answerFromRow } from "../responses/stored-answer.server.ts";
import type { Of } from "./stored-figures.server.ts";

/** What a team agreed on for an item: what, why, and who wrote it down. */
export type AgreedAnswer = { item: string; answer: Answer; reason: string; setBy: string; setAt: Date; revision: number };

/** Columns as they are read. */
export const AGREED_COLUMNS = {
  itemId: true,
  state: true,
  value: true,
  reason: true,
  setBy: true,
  setAt: true,
  revision: true,
} satisfies Prisma.ConsensusAnswerSelect;

/** Of a whole cycle, without what was taken back. @param tx inside of the organisation's door */
export async function agreedAnswers(tx: Transaction, { organizationId, cycleId }: Of): Promise<AgreedAnswer[]> {
  const rows = await tx.consensusAnswer.findMany({ where: { organizationId, cycleId }, orderBy: { itemId: "asc" }, select: AGREED_COLUMNS });
  return rows.map(agreedFromRow).filter(({ answer }) => isAgreed(answer));
}

/**
 * Of one item. What was taken back stays there as a blank answer, so that whoever had the page open before notices; null where nothing was
 * ever agreed on.
 */
export async function agreedAnswer(tx: Transaction, { organizationId, cycleId }: Of, itemId: string): Promise<AgreedAnswer | null> {
  const row = await tx.consensusAnswer.findUnique({
    where: { organizationId_cycleId_itemId: { organizationId, cycleId, itemId } },
    select: AGREED_COLUMNS,
  });
  return row && agreedFromRow(row);
}

export function agreedFromRow({ itemId, state, value, ...rest }: Prisma.ConsensusAnswerGetPayload<{ select: typeof AGREED_COLUMNS }>): AgreedAnswer {
  const nothingElse = { confidence: null, comment: null, evidenceLink: null, evidenceExpires: null, revision: rest.revision };
  return { ...rest, item: itemId, answer: answerFromRow({ itemId, state, value, ...nothingElse }) };
}
