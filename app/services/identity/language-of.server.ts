import { z } from "zod";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";

const languageSchema = z.enum(LANGUAGES).catch(SOURCE_LANGUAGE);

/** The language somebody is written to in. */
export function languageOf({ language }: { language: string | null }): Language {
  return languageSchema.parse(language);
}
