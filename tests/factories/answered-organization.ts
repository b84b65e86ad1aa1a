import { randomUUID } from "node:crypto";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import type { Catalog, AssessmentEntry } from "#app/services/content/load-content.server.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { newToken, resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { scoreResponse } from "#app/services/responses/score-response.server.ts";
import { rowFromAnswer } from "#app/services/responses/stored-answer.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { randomAnswers } from "../routes/random-answers.ts";

export type AnsweredSettings = { seed: number; memberId?: string | null; cycleId?: string | null; isSubmitted?: boolean; comment?: string; at?: Date };

/** A response of an organisation with random answers of every kind and state, scored as submitting does where it is submitted. @returns its id */
export async function makeAnswered(
  db: Database,
  { organization }: Pick<Access, "organization">,
  { hash, compiled, definition }: AssessmentEntry,
  { contradictions }: Catalog,
  { seed, memberId = null, cycleId = null, isSubmitted = true, comment, at = new Date() }: AnsweredSettings,
): Promise<string> {
  const answers = randomAnswers(definition, seededRandom(seed));
  const first = Object.keys(answers)[0];
  if (comment !== undefined && first) answers[first] = { ...answers[first]!, comment };
  const token = newToken();
  const id = randomUUID();
  await withTenant(db, { organizationId: organization.id }, async (tx) => {
    await tx.response.createMany({
      data: [
        {
          ...{ id, memberId, cycleId, assessmentHash: hash, createdAt: at, submittedAt: isSubmitted ? at : null },
          ...{ takeTokenHash: tokenHash(token), resultTokenHash: tokenHash(resultTokenOf(token)) },
        },
      ],
    });
    const rows = Object.entries(answers).map(([itemId, answer]) => {
      const { value, ...row } = rowFromAnswer(answer);
      return { responseId: id, itemId, updatedAt: at, ...row, ...(value === null ? {} : { value }) };
    });
    await tx.answer.createMany({ data: rows });
    if (!isSubmitted) return;
    const { score, band } = scoreResponse(compiled, answers, contradictions);
    await tx.result.createMany({ data: [{ responseId: id, method: METHOD_VERSION, score, ...(band ? { band } : {}) }] });
  });
  return id;
}
