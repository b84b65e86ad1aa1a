import type { Request, RequestHandler } from "express";
import { chosenLanguage } from "#app/services/words/language-cookie.server.ts";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";

declare module "express-serve-static-core" {
  interface Locals {
    /** Absent where a request failed before it was known. */
    language?: Language;
  }
}

/** The language a request is answered in: the one chosen in this browser, else the first of the browser's own that we speak. */
async function languageOf(request: Request): Promise<Language> {
  const chosen = await chosenLanguage(request.get("Cookie") ?? null);
  if (chosen) return chosen;
  const wanted = request.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === wanted) ?? SOURCE_LANGUAGE;
}

/** Settles the language of a request before anything is said: pages and refusals speak the same. */
export const settleLanguage: RequestHandler = (request, response, next) => {
  languageOf(request)
    .then((language) => {
      response.locals.language = language;
      next();
    })
    .catch(next);
};
