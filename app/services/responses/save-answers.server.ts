import { type Answer, type AnswerProblem, problemWith } from "#app/domain/assessment/answer.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { realmOf } from "../db/realm.server.ts";
import { holdAsked } from "./asked-response.server.ts";
import { findByToken } from "./find-by-token.server.ts";
import { tokenHash } from "./respondent-token.server.ts";
import { ANSWER_COLUMNS, answerFromRow } from "./stored-answer.server.ts";
import { writeAnswers } from "./write-answers.server.ts";

/** One answer to keep. `basedOn` is the revision the respondent was looking at (0: none yet). */
export type AnswerChange = { itemId: string; answer: Answer; basedOn: number };
export type SavedAnswer = { itemId: string; revision: number };
export type AnswerConflict = { itemId: string; revision: number; current: Answer };

export type SaveOutcome =
  | { kind: "saved"; saved: SavedAnswer[]; conflicts: AnswerConflict[] }
  | { kind: "invalid"; problems: AnswerProblem[] }
  | { kind: "submitted" }
  /** An organisation's, and not to be answered any more. */
  | { kind: "closed" }
  | { kind: "unknown" };

/**
 * Keeps answers, all valid ones or none. What another device has changed meanwhile is not overwritten: it comes back
 * as a conflict with its current answer. An answer that is already stored as sent counts as saved, so that a repeated
 * request (its acknowledgement was lost) is harmless.
 */
export async function saveAnswers(db: Database, takeToken: string, changes: readonly AnswerChange[]): Promise<SaveOutcome> {
  const located = await findByToken(db, "take", takeToken, (rows) =>
    rows.response.findUnique({ where: { takeTokenHash: tokenHash(takeToken) }, select: { id: true, assessmentHash: true } }),
  );
  if (!located) return { kind: "unknown" };
  const { found: response, organizationId } = located;
  const realm = realmOf(db, organizationId);
  const { itemById, definition } = await compiledVersion(db, response.assessmentHash);
  const problems = changes.flatMap(({ itemId, answer }) => {
    const item = itemById.get(itemId);
    const message = item ? problemWith(item.item, answer) : `is not an item of ${definition.slug} version ${definition.version}`;
    return message ? [{ field: itemId, message }] : [];
  });
  if (problems.length > 0) return { kind: "invalid", problems };
  // Of nobody's it is one statement, which stands by itself and needs no transaction.
  const written = await realm.read(async (rows) => {
    const { asked, momentOfAll } = await holdAsked(rows, organizationId, response.id, takeToken);
    return asked === "open" ? writeAnswers(rows, response.id, changes, momentOfAll) : asked;
  });
  if (written === "gone") return { kind: "unknown" };
  if (written === "closed") return { kind: "closed" };
  const left = changes.filter(({ itemId }) => !written.some((w) => w.itemId === itemId));
  if (left.length === 0) return { kind: "saved", saved: written, conflicts: [] };
  const found = await realm.read((rows) =>
    rows.response.findUnique({
      where: { id: response.id },
      select: { submittedAt: true, answers: { where: { itemId: { in: left.map((c) => c.itemId) } }, select: ANSWER_COLUMNS } },
    }),
  );
  if (!found) return { kind: "unknown" };
  if (found.submittedAt && written.length === 0) return { kind: "submitted" };
  const rows = new Map(found.answers.map((row) => [row.itemId, row]));
  const saved: SavedAnswer[] = [...written];
  const conflicts: AnswerConflict[] = [];
  for (const { itemId, answer } of left) {
    const row = rows.get(itemId);
    const current = row ? answerFromRow(row) : ({ state: "blank" } as const);
    const revision = row?.revision ?? 0;
    if (canonicalJson(current) === canonicalJson(answer)) saved.push({ itemId, revision });
    else conflicts.push({ itemId, revision, current });
  }
  return { kind: "saved", saved, conflicts };
}
