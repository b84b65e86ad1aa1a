import type { Request, Response } from "express";
import { problemBody } from "#app/services/api/problem.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";

/**
 * Refuses a request before Remix sees it: in the API's own form, and in English, under /api, else as a line of text in the
 * visitor's language. Nothing was changed.
 */
export function refuse(request: Request, response: Response, status: number, code: string, sentence: (words: Words) => string): void {
  response.status(status);
  if (request.path.startsWith("/api/")) {
    response.type("application/problem+json").send(JSON.stringify(problemBody(status, code, sentence(wordsIn(SOURCE_LANGUAGE)))));
  } else response.type("text/plain").send(`${sentence(wordsIn(response.locals.language ?? SOURCE_LANGUAGE))}\n`);
}
