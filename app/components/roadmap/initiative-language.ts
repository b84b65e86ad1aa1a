import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";

/** The `lang` of an element with an initiative's own text, which has no translation; undefined where the page is in that language. */
export function initiativeLanguage(language: Language): Language | undefined {
  return language === SOURCE_LANGUAGE ? undefined : SOURCE_LANGUAGE;
}
