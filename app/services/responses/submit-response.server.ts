import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { realmOf } from "../db/realm.server.ts";
import { holdAsked } from "./asked-response.server.ts";
import { findByToken } from "./find-by-token.server.ts";
import { holdOpen } from "./hold-open.server.ts";
import { markHash, resultTokenOf, tokenHash } from "./respondent-token.server.ts";
import { scoreResponse } from "./score-response.server.ts";
import { ANSWER_COLUMNS, answersFromRows } from "./stored-answer.server.ts";

/** `closed`: an organisation's, and not to be answered any more. */
export type SubmitOutcome = { kind: "submitted"; resultToken: string } | { kind: "closed" } | { kind: "unknown" };

/**
 * Closes a response and stores its result, both or neither. Submitting again (a double click, a reload) gives the same
 * result and writes nothing.
 */
export async function submitResponse(db: Database, takeToken: string, rules: readonly Contradiction[]): Promise<SubmitOutcome> {
  const located = await findByToken(db, "take", takeToken, (rows) =>
    rows.response.findUnique({ where: { takeTokenHash: tokenHash(takeToken) }, select: { id: true, assessmentHash: true } }),
  );
  if (!located) return { kind: "unknown" };
  const { found: response, organizationId } = located;
  const realm = realmOf(db, organizationId);
  const compiled = await compiledVersion(db, response.assessmentHash);
  const asked = await realm.write(async (tx) => {
    const { asked, momentOfAll } = await holdAsked(tx, organizationId, response.id, takeToken);
    if (asked !== "open" || !(await holdOpen(tx, response.id))) return asked;
    const rows = await tx.answer.findMany({ where: { responseId: response.id }, select: ANSWER_COLUMNS });
    const { score, band } = scoreResponse(compiled, answersFromRows(rows), rules);
    await tx.result.create({
      data: { responseId: response.id, method: METHOD_VERSION, score, ...(band ? { band } : {}), ...(momentOfAll ? { createdAt: momentOfAll } : {}) },
      select: { responseId: true },
    });
    await tx.response.update({ where: { id: response.id }, data: { submittedAt: momentOfAll ?? new Date() }, select: { id: true } });
    // Who was asked is found by what only whoever submits holds.
    if (organizationId)
      await tx.respondent.updateMany({ where: { organizationId, markHash: markHash(resultTokenOf(takeToken)) }, data: { hasAnswered: true } });
    return asked;
  });
  if (asked === "gone") return { kind: "unknown" };
  if (asked === "closed") return { kind: "closed" };
  return { kind: "submitted", resultToken: resultTokenOf(takeToken) };
}
