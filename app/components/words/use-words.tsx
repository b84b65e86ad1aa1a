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

/**
 * Gives every component of a page the sentences its loaders sent in `words`. A loader that sends `language` too speaks that
 * instead of the page's: an assessment that is not translated is read in English throughout, within a frame in the reader's language.
 */
export function PageSpeaks({ children }: { children: ReactNode }) {
  const page = useContext(LanguageContext);
  const matches = useMatches();
  const words = useMemo(() => {
    const spoken = matches.map(({ data }) => spokenBy(data));
    const language = spoken.findLast((said) => said.language)?.language ?? page;
    return readWords(language, Object.assign({}, frameWords[page], ...spoken.map((said) => said.words)));
  }, [page, matches]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** The language of the page's content and its sentences: those of the frame, and those of the namespaces its loader names. */
export function useWords(): Words {
  return useContext(WordsContext);
}

function spokenBy(data: unknown): { words?: PageWords; language?: Language } {
  return typeof data === "object" && data !== null ? data : {};
}
