import { randomUUID } from "node:crypto";
import pg from "pg";
import { newToken, resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";

/** Responses that were begun and not yet answered, as the product stores them; returns their take tokens. */
export async function createResponses(databaseUrl: string, assessmentHash: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, newToken);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO response (id, take_token_hash, result_token_hash, assessment_hash)
       SELECT id, take, result, $4 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS begun (id, take, result)`,
      [tokens.map(() => randomUUID()), tokens.map(tokenHash), tokens.map((token) => tokenHash(resultTokenOf(token))), assessmentHash],
    );
  } finally {
    await client.end();
  }
  return tokens;
}
