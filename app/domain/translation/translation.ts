import { type Language, SOURCE_LANGUAGE } from "../../words/language.ts";
import type { Contradiction } from "../assessment/contradiction.ts";
import type { Definition } from "../assessment/definition.ts";
import type { Example } from "../assessment/example.ts";
import type { StartingQuestions } from "../start/starting-questions.ts";
import { rewordContradictions } from "./contradiction-texts.ts";
import { rewordDefinition } from "./definition-texts.ts";
import { rewordExample } from "./example-texts.ts";
import { rewordStart } from "./start-texts.ts";
import { entriesOf, type Reword, standsFor, type TextEntry, type TextPlace, type Texts } from "./text-entry.ts";

/** `source`: the hash of the English texts that were translated; empty when it was not written down. */
export type TranslatedEntry = { source: string; texts: Texts };

/** What is translated into one language of an assessment, or of all contradiction rules, initiatives, …, by the key of the entry. */
export type Translation = ReadonlyMap<string, TranslatedEntry>;

/** Hash of English texts, as `source` holds it. Options may change their order without changing it. */
export type HashOf = (texts: Texts) => string;

/** `missing`: some text is not there or empty. `stale`: complete, but made from other English texts. */
export type EntryState = "translated" | "stale" | "missing";

/** How much of something is shown in its translation. */
export type Extent = "all" | "some" | "none";

export function stateOf(entry: Pick<TextEntry, "key" | "texts">, translation: Translation, hashOf: HashOf): EntryState {
  const translated = translation.get(entry.key);
  if (!translated || !standsFor(translated.texts, entry.texts)) return "missing";
  return translated.source === hashOf(entry.texts) ? "translated" : "stale";
}

export function extentOf(entries: readonly TextEntry[], translation: Translation, hashOf: HashOf): Extent {
  const shown = entries.filter((entry) => stateOf(entry, translation, hashOf) === "translated").length;
  if (shown === 0) return "none";
  return shown === entries.length ? "all" : "some";
}

/**
 * The definition in another language: each entry translated where its English texts are the ones that were translated,
 * English elsewhere. So a translation serves every version of an assessment in which the entry reads the same.
 */
export function translateDefinition(definition: Definition, translation: Translation, hashOf: HashOf): Definition {
  return rewordDefinition(definition, rewordingBy(translation, hashOf));
}

export function translateExample(example: Example, translation: Translation, hashOf: HashOf): Example {
  return rewordExample(example, rewordingBy(translation, hashOf));
}

export function translateContradictions(rules: readonly Contradiction[], translation: Translation, hashOf: HashOf): Contradiction[] {
  return rewordContradictions(rules, rewordingBy(translation, hashOf));
}

export function translateStart(start: StartingQuestions, translation: Translation, hashOf: HashOf): StartingQuestions {
  return rewordStart(start, rewordingBy(translation, hashOf));
}

/** Something with the language that all its texts are in. */
export type InLanguage<T> = T & { readonly language: Language };

/**
 * What is a single entry, in this language where it is translated into that, in English elsewhere.
 * @param rewordWhole `rewordInitiative` or `rewordKpi`
 */
export function translateWhole<T>(
  whole: T,
  rewordWhole: (whole: T, reword: Reword) => T,
  language: Language,
  translation: Translation,
  hashOf: HashOf,
): InLanguage<T> {
  const entries = entriesOf((reword) => rewordWhole(whole, reword));
  const isTranslated = extentOf(entries, translation, hashOf) === "all";
  return { ...rewordWhole(whole, rewordingBy(translation, hashOf)), language: isTranslated ? language : SOURCE_LANGUAGE };
}

function rewordingBy(translation: Translation, hashOf: HashOf): Reword {
  return <T extends Texts>({ key }: TextPlace, english: T): T => {
    const translated = translation.get(key);
    return translated && standsFor(translated.texts, english) && translated.source === hashOf(english) ? translated.texts : english;
  };
}
