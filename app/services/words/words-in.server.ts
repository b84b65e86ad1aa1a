import i18next from "i18next";
import { english } from "#app/words/en/index.ts";
import { finnish } from "#app/words/fi/index.ts";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Namespace, PageWords, Say, Words } from "#app/words/say.ts";

const texts: Record<Language, Record<Namespace, Record<string, string>>> = { en: english, fi: finnish };

const speaker = i18next.createInstance();
await speaker.init({
  resources: texts,
  ns: Object.keys(english),
  supportedLngs: LANGUAGES,
  fallbackLng: SOURCE_LANGUAGE,
  keySeparator: false,
  interpolation: { escapeValue: false },
});

const words = Object.fromEntries(LANGUAGES.map((language) => [language, { language, say: speaker.getFixedT(language) as unknown as Say }])) as Record<
  Language,
  Words
>;

/** Every sentence in one language, for whatever is said on the server. */
export function wordsIn(language: Language): Words {
  return words[language];
}

/** The sentences that a page's components say: they travel in its data. */
export function pageWords(language: Language, ...namespaces: Namespace[]): PageWords {
  return Object.fromEntries(namespaces.flatMap((name) => Object.entries(texts[language][name]).map(([key, text]) => [`${name}:${key}`, text])));
}
