import type { Database } from "../db/open-database.server.ts";
import type { AnswerChange, SavedAnswer } from "./save-answers.server.ts";
import { rowFromAnswer } from "./stored-answer.server.ts";

/**
 * Writes, in one statement, the answers that are new and still based on what is stored, and returns those. Left out are
 * the others: stored already as sent, changed elsewhere meanwhile, or all of them when the response is closed.
 *
 * The response is locked first, so that saving and submitting cannot overlap. What another save wrote while this one
 * waited for the lock is caught by the condition of the update, which reads the row as it is then.
 */
export async function writeAnswers(db: Database, responseId: string, changes: readonly AnswerChange[]): Promise<SavedAnswer[]> {
  const given = JSON.stringify(changes.map(({ itemId, answer, basedOn }) => ({ itemId, basedOn, ...rowFromAnswer(answer) })));
  return db.$queryRaw<SavedAnswer[]>`
    WITH open AS (
      SELECT id FROM response WHERE id = ${responseId}::uuid AND submitted_at IS NULL FOR UPDATE
    ), given AS (
      SELECT * FROM jsonb_to_recordset(${given}::jsonb) AS change (
        "itemId" varchar, "basedOn" int, "state" varchar, "value" jsonb, "confidence" varchar, "comment" varchar,
        "evidenceLink" varchar, "evidenceExpires" char(10))
    )
    INSERT INTO answer (response_id, item_id, state, value, confidence, comment, evidence_link, evidence_expires, revision, updated_at)
    SELECT open.id, "itemId", given."state", given."value", given."confidence", given."comment", "evidenceLink", "evidenceExpires", "basedOn" + 1, now()
    FROM open CROSS JOIN given
    LEFT JOIN answer AS stored ON stored.response_id = open.id AND stored.item_id = "itemId"
    WHERE coalesce(stored.revision, 0) = "basedOn"
      AND (coalesce(stored.state, 'blank'), stored.value, stored.confidence, stored.comment, stored.evidence_link, stored.evidence_expires)
        IS DISTINCT FROM (given."state", given."value", given."confidence", given."comment", "evidenceLink", "evidenceExpires")
    ON CONFLICT (response_id, item_id) DO UPDATE SET
      state = excluded.state, value = excluded.value, confidence = excluded.confidence, comment = excluded.comment,
      evidence_link = excluded.evidence_link, evidence_expires = excluded.evidence_expires,
      revision = excluded.revision, updated_at = excluded.updated_at, carried_from = NULL, carried_on = NULL
    WHERE answer.revision = excluded.revision - 1
    RETURNING item_id AS "itemId", revision`;
}
