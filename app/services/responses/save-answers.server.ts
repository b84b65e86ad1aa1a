import type { Prisma } from "@prisma/client";
import { type Answer, type AnswerProblem, problemWith } from "#app/domain/assessment/answer.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { tokenHash } from "./respondent-token.server.ts";
import { ANSWER_COLUMNS, answerFromRow, rowFromAnswer } from "./stored-answer.server.ts";

/** One answer to keep. `basedOn` is the revision the respondent was looking at (0: none yet). */
export type AnswerChange = { itemId: string; answer: Answer; basedOn: number };
export type SavedAnswer = { itemId: string; revision: number };
export type AnswerConflict = { itemId: string; revision: number; current: Answer };

export type SaveOutcome =
  | { kind: "saved"; saved: SavedAnswer[]; conflicts: AnswerConflict[] }
  | { kind: "invalid"; problems: AnswerProblem[] }
  | { kind: "submitted" }
  | { kind: "unknown" };

/**
 * Keeps answers, all valid ones or none. What another device has changed meanwhile is not overwritten: it comes back
 * as a conflict with its current answer. An answer that is already stored as sent counts as saved, so that a repeated
 * request (its acknowledgement was lost) is harmless.
 */
export async function saveAnswers(db: Database, takeToken: string, changes: readonly AnswerChange[]): Promise<SaveOutcome> {
  const response = await db.response.findUnique({
    where: { takeTokenHash: tokenHash(takeToken) },
    select: { id: true, assessmentHash: true },
  });
  if (!response) return { kind: "unknown" };
  const { itemById, definition } = await compiledVersion(db, response.assessmentHash);
  const problems = changes.flatMap(({ itemId, answer }) => {
    const item = itemById.get(itemId);
    const message = item ? problemWith(item.item, answer) : `is not an item of ${definition.slug} version ${definition.version}`;
    return message ? [{ field: itemId, message }] : [];
  });
  if (problems.length > 0) return { kind: "invalid", problems };
  return db.$transaction(async (tx) => {
    if (!(await holdOpen(tx, response.id))) return { kind: "submitted" };
    const rows = await tx.answer.findMany({
      where: { responseId: response.id, itemId: { in: changes.map((c) => c.itemId) } },
      select: ANSWER_COLUMNS,
    });
    const stored = new Map(rows.map((row) => [row.itemId, row]));
    const saved: SavedAnswer[] = [];
    const conflicts: AnswerConflict[] = [];
    for (const { itemId, answer, basedOn } of changes) {
      const row = stored.get(itemId);
      const current = row ? answerFromRow(row) : ({ state: "blank" } as const);
      const revision = row?.revision ?? 0;
      if (canonicalJson(current) === canonicalJson(answer)) saved.push({ itemId, revision });
      else if (revision !== basedOn) conflicts.push({ itemId, revision, current });
      else saved.push(await write(tx, response.id, itemId, answer, revision + 1));
    }
    return { kind: "saved", saved, conflicts };
  });
}

/** Locks the response until the transaction ends, so that saving and submitting cannot overlap; false when it is submitted. */
export async function holdOpen(tx: Prisma.TransactionClient, responseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT submitted_at IS NULL AS open FROM response WHERE id = ${responseId}::uuid FOR UPDATE`;
  return rows[0]?.open === true;
}

async function write(tx: Prisma.TransactionClient, responseId: string, itemId: string, answer: Answer, revision: number): Promise<SavedAnswer> {
  const data = { ...rowFromAnswer(answer), revision, updatedAt: new Date() };
  await tx.answer.upsert({
    where: { responseId_itemId: { responseId, itemId } },
    create: { responseId, itemId, ...data },
    update: data,
    select: { itemId: true },
  });
  return { itemId, revision };
}
