import { Prisma } from "@prisma/client";
import type { Transaction } from "../db/pass-door.server.ts";
import type { TokenKind } from "./find-by-token.server.ts";
import { tokenHash } from "./respondent-token.server.ts";
import type { AnswerRowWithOrigin } from "./stored-answer.server.ts";

export type ResponseRow = { id: string; assessmentHash: string; submittedAt: Date | null; answers: AnswerRowWithOrigin[] };

const COLUMN: Record<TokenKind, Prisma.Sql> = { take: Prisma.sql`take_token_hash`, result: Prisma.sql`result_token_hash` };

/** A response with all its answers, by one of its tokens, in one statement: every page of a respondent begins with it. Null for a token nobody was given. */
export function responseRow(db: Transaction, kind: TokenKind, token: string): Promise<ResponseRow | null> {
  return rowWhere(db, Prisma.sql`${COLUMN[kind]} = ${tokenHash(token)}`);
}

/** The same by its id; null for an id of none, and outside of its organisation. @param id as `isId` takes it */
export function responseRowById(db: Transaction, id: string): Promise<ResponseRow | null> {
  return rowWhere(db, Prisma.sql`response.id = ${id}::uuid`);
}

async function rowWhere(db: Transaction, isIt: Prisma.Sql): Promise<ResponseRow | null> {
  const rows = await db.$queryRaw<ResponseRow[]>`
    SELECT response.id, assessment_hash AS "assessmentHash", submitted_at AS "submittedAt", coalesce(
      (SELECT json_agg(json_build_object('itemId', item_id, 'state', state, 'value', value, 'confidence', confidence, 'comment', comment,
        'evidenceLink', evidence_link, 'evidenceExpires', evidence_expires, 'revision', revision, 'carriedFrom', carried_from, 'carriedOn', carried_on))
       FROM answer WHERE response_id = response.id), '[]') AS answers
    FROM response WHERE ${isIt}`;
  return rows[0] ?? null;
}
