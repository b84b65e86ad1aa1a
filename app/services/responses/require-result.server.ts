import type { Language } from "#app/words/language.ts";
import { database } from "../db/database-instance.server.ts";
import { findByToken } from "./find-by-token.server.ts";
import { responseRow } from "./response-row.server.ts";
import { resultOfRow, type SubmittedResult } from "./result-of-row.server.ts";

/**
 * The result a token leads to, in a language as far as its version is translated; `isNobodys`: it belongs to no organisation.
 * @throws Response 404 for a wrong token, for answers that were not submitted and for a former member's alike
 */
export async function requireResult(
  resultToken: string | undefined,
  now: Date,
  wanted: Language,
): Promise<SubmittedResult & { token: string; isNobodys: boolean }> {
  const located = resultToken ? await findByToken(database(), "result", resultToken, (rows) => responseRow(rows, "result", resultToken)) : null;
  const result = located && (await resultOfRow(database(), located.found, now, wanted));
  if (!result || !resultToken) throw new Response("Not found", { status: 404 });
  return { ...result, token: resultToken, isNobodys: located.organizationId === null };
}
