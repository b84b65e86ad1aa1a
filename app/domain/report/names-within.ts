import type { Language } from "../../words/language.ts";
import type { Words } from "../../words/say.ts";
import { inWords } from "./display.ts";

/** What joins two names, and so may not stand bare within one; in every language, for a title may not be translated. */
const JOINS = /,| & | and | ja | sekä /;

/** A title as it stands within a sentence: its first letter small, unless it begins with an abbreviation. Names further on keep theirs. */
export function nameWithin(title: string, language: Language): string {
  const [first = "", second = ""] = title;
  const isAbbreviation = second !== second.toLocaleLowerCase(language);
  return isAbbreviation ? title : first.toLocaleLowerCase(language) + title.slice(first.length);
}

/** Titles joined within a sentence: "front door and steering"; in quotation marks where one has an "and" of its own. */
export function namesWithin(titles: readonly string[], { language, say }: Words): string {
  const names = titles.map((title) => nameWithin(title, language));
  const needQuotes = names.some((name) => JOINS.test(name));
  return inWords(needQuotes ? names.map((text) => say("terms:quoted", { text })) : names, language);
}
