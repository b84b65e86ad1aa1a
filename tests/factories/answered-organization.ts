import { randomUUID } from "node:crypto";
import { syntheticAnswers } from "#app/domain/demo/synthetic-answers.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import type { Catalog, AssessmentEntry } from "#app/services/content/load-content.server.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { newToken, resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { scoreResponse } from "#app/services/responses/score-response.server.ts";
import { rowFromAnswer } from "#app/services/responses/stored-answer.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { randomAnswers } from "../routes/random-answers.ts";

export type AnsweredSettings = {
  /** 0..1: answers as somebody of a demonstration gives them, nearly all of them, around this; null: any answers at all. */
  strength?: number | null;
  seed: number;
  role?: RespondentRole | null;
  workFunction?: WorkFunction | null;
  memberId?: string | null;
  cycleId?: string | null;
  isSubmitted?: boolean;
  comment?: string;
  at?: Date;
};

/** A response of an organisation with random answers of every kind and state, scored as submitting does where it is submitted. @returns its id */
export async function makeAnswered(
  db: Database,
  { organization }: Pick<Access, "organization">,
  { hash, compiled, definition }: AssessmentEntry,
  { contradictions }: Catalog,
  { seed, memberId = null, cycleId = null, isSubmitted = true, role = null, workFunction = null, strength = null, comment, at = new Date() }: AnsweredSettings,
): Promise<string> {
  const random = seededRandom(seed);
  const answers = strength === null ? randomAnswers(definition, random) : syntheticAnswers(definition, strength, random);
  const first = strength === null ? Object.keys(answers)[0] : definition.items[0]!.id;
  if (comment !== undefined && first) answers[first] = { ...(answers[first] ?? { state: "blank" }), comment };
  const token = newToken();
  const id = randomUUID();
  await withTenant(db, { organizationId: organization.id }, async (tx) => {
    await tx.response.createMany({
      data: [
        {
          ...{ id, memberId, cycleId, respondentRole: role, workFunction, assessmentHash: hash, createdAt: at, submittedAt: isSubmitted ? at : null },
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
