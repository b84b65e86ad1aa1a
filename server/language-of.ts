import type { Request } from "express";
import { chosenLanguage } from "#app/services/words/language-cookie.server.ts";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";

/** The language a request is answered in: the one chosen in this browser, else the first of the browser's own that we speak. */
export async function languageOf(request: Request): Promise<Language> {
  const chosen = await chosenLanguage(request.get("Cookie") ?? null);
  if (chosen) return chosen;
  const wanted = request.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === wanted) ?? SOURCE_LANGUAGE;
}
