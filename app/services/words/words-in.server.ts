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

const words: Record<Language, Words> = { en: spoken("en"), fi: spoken("fi") };

function spoken(language: Language): Words {
  const translate = speaker.getFixedT(language);
  const say: Say = (key, ...values) => {
    const named: Record<string, string | number> = Object.assign({}, ...values);
    return translate(key, named);
  };
  return { language, say };
}

/** Every sentence in one language, for whatever is said on the server. */
export function wordsIn(language: Language): Words {
  return words[language];
}

/** The sentences that a page's components say: they travel in its data. */
export function pageWords(language: Language, ...namespaces: Namespace[]): PageWords {
  return Object.fromEntries(namespaces.flatMap((name) => Object.entries(texts[language][name]).map(([key, text]) => [`${name}:${key}`, text])));
}
