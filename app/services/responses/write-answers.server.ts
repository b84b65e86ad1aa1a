import type { Transaction } from "../db/pass-door.server.ts";
import type { AnswerChange, SavedAnswer } from "./save-answers.server.ts";
import { rowFromAnswer } from "./stored-answer.server.ts";

/**
 * Writes, in one statement, the answers that are new and still based on what is stored, and returns those. Left out are
 * the others: stored already as sent, changed elsewhere meanwhile, or all of them when the response is closed.
 *
 * The response is locked first, so that saving and submitting cannot overlap. What another save wrote while this one
 * waited for the lock is caught by the condition of the update, which reads the row as it is then.
 *
 * What is written was given here, and no longer carried over; but a question left open (a note is written, say) still has to
 * be given again, so what was said of it too long ago stays beside it.
 * @param momentOfAll written instead of the present moment, where nothing may say when an answer was given
 */
export async function writeAnswers(
  db: Transaction,
  responseId: string,
  changes: readonly AnswerChange[],
  momentOfAll: Date | null = null,
): Promise<SavedAnswer[]> {
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
    SELECT open.id, "itemId", given."state", given."value", given."confidence", given."comment", "evidenceLink", "evidenceExpires", "basedOn" + 1, coalesce(${momentOfAll}::timestamptz, now())
    FROM open CROSS JOIN given
    LEFT JOIN answer AS stored ON stored.response_id = open.id AND stored.item_id = "itemId"
    WHERE coalesce(stored.revision, 0) = "basedOn"
      AND (coalesce(stored.state, 'blank'), CASE WHEN stored.state <> 'blank' THEN stored.value END, stored.confidence, stored.comment, stored.evidence_link, stored.evidence_expires)
        IS DISTINCT FROM (given."state", given."value", given."confidence", given."comment", "evidenceLink", "evidenceExpires")
    ON CONFLICT (response_id, item_id) DO UPDATE SET
      state = excluded.state, confidence = excluded.confidence, comment = excluded.comment,
      evidence_link = excluded.evidence_link, evidence_expires = excluded.evidence_expires,
      revision = excluded.revision, updated_at = excluded.updated_at,
      value = CASE WHEN answer.state = 'blank' AND excluded.state = 'blank' THEN answer.value ELSE excluded.value END,
      carried_from = CASE WHEN answer.state = 'blank' AND excluded.state = 'blank' THEN answer.carried_from END,
      carried_on = CASE WHEN answer.state = 'blank' AND excluded.state = 'blank' THEN answer.carried_on END
    WHERE answer.revision = excluded.revision - 1
    RETURNING item_id AS "itemId", revision`;
}
