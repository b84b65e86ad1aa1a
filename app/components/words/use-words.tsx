import { useMatches } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { frameWords } from "#app/words/frame-words.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { readWords } from "#app/words/read-words.ts";
import type { PageWords, Words } from "#app/words/say.ts";

/** The language of the page being rendered; in the browser it stands in the document. */
export const LanguageContext = createContext<Language>(SOURCE_LANGUAGE);

/** The sentences within reach of a component. */
export const WordsContext = createContext<Words>(readWords(SOURCE_LANGUAGE, frameWords[SOURCE_LANGUAGE]));

/** Gives every component of a page the sentences its loaders sent in `words`. */
export function PageSpeaks({ children }: { children: ReactNode }) {
  const language = useContext(LanguageContext);
  const matches = useMatches();
  const words = useMemo(() => readWords(language, Object.assign({}, frameWords[language], ...matches.map(({ data }) => wordsOf(data)))), [language, matches]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** The language of the page and its sentences: those of the frame, and those of the namespaces its loader names. */
export function useWords(): Words {
  return useContext(WordsContext);
}

function wordsOf(data: unknown): PageWords {
  return typeof data === "object" && data !== null && "words" in data ? (data.words as PageWords) : {};
}
