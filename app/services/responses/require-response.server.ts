import type { Language } from "#app/words/language.ts";
import { database } from "../db/database-instance.server.ts";
import { type OpenResponse, readResponse } from "./read-response.server.ts";

/**
 * The response of a take token, in a language as far as its version is translated.
 * @throws Response 404, the same for a wrong token, a missing one and a former member's; 409 where nothing can be answered any more
 */
export async function requireResponse(takeToken: string | undefined, language: Language): Promise<OpenResponse & { takeToken: string }> {
  const response = takeToken ? await readResponse(database(), takeToken, language) : null;
  if (!response || !takeToken) throw new Response("Not found", { status: 404 });
  if (response.isClosed) throw closedQuestions();
  return { ...response, takeToken };
}

/** What whoever answers is told once the questions are closed. */
export function closedQuestions(): Response {
  return new Response("Closed", { status: 409 });
}
