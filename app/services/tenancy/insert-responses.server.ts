import type { Prisma } from "@prisma/client";
import type { ResponseEntry } from "#app/domain/export/organization-file.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { rowFromEntry } from "../exports/answer-entry.server.ts";
import { newToken, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import type { NewIds, WriteInPortions } from "./import-organization.server.ts";

/**
 * Writes the responses of a file into the organisation that is being made. They are nobody's, and the links that opened them
 * elsewhere open nothing here. Table after table: the database plans how it checks a reference when it first does, and with few
 * responses there it would plan to look through all of them each time.
 */
export async function insertResponses(write: WriteInPortions, responses: readonly ResponseEntry[], ids: NewIds): Promise<void> {
  await write(responses, (tx, portion) => tx.response.createMany({ data: portion.map((entry) => responseRow(entry, ids)) }));
  // A result holds a line for each answer.
  await write(
    responses,
    (tx, portion) => tx.result.createMany({ data: portion.map((entry) => resultRow(entry, ids)) }),
    ({ answers }) => 1 + answers.length,
  );
  const answers = responses.flatMap(({ id, answers: entries }) =>
    entries.map((entry) => {
      const { carriedFrom = null, carriedOn = null, updatedAt } = entry;
      return { ...rowFromEntry(entry), carriedFrom, carriedOn, updatedAt, responseId: ids.get(id)! };
    }),
  );
  await write(answers, insertAnswers);
}

function resultRow({ id, result: { band, ...rest } }: ResponseEntry, ids: NewIds): Prisma.ResultCreateManyInput {
  return { responseId: ids.get(id)!, ...rest, ...(band ? { band } : {}) };
}

/** As one value: there are many, and each as parameters of their own would take several times as long. */
async function insertAnswers(tx: Transaction, answers: readonly object[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO answer (response_id, item_id, state, value, confidence, comment, evidence_link, evidence_expires, revision, carried_from, carried_on, updated_at)
    SELECT "responseId", "itemId", state, NULLIF(value, 'null'::jsonb), confidence, comment, "evidenceLink", "evidenceExpires", revision, "carriedFrom", "carriedOn", "updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a("responseId" uuid, "itemId" text, state text, value jsonb, confidence text, comment text,
      "evidenceLink" text, "evidenceExpires" text, revision int, "carriedFrom" text, "carriedOn" timestamptz, "updatedAt" timestamptz)`;
}

function responseRow({ id, cycle, assessment, createdAt, submittedAt, publishedIn }: ResponseEntry, ids: NewIds): Prisma.ResponseCreateManyInput {
  const token = newToken();
  return {
    ...{ id: ids.get(id)!, cycleId: cycle && ids.get(cycle)!, assessmentHash: assessment, createdAt, submittedAt, publishedIn },
    ...{ takeTokenHash: tokenHash(token), resultTokenHash: tokenHash(resultTokenOf(token)) },
  };
}
