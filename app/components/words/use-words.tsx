import { useMatches, useRouteLoaderData } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { frameWords } from "#app/words/frame-words.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { readWords } from "#app/words/read-words.ts";
import type { PageWords, Words } from "#app/words/say.ts";

/** The language a document was sent in. */
export const DocumentLanguage = createContext<Language>(SOURCE_LANGUAGE);

/**
 * The language of the page around its content. It comes with every load of data, so that a page which is still open when another
 * language is chosen in a second tab changes as a whole; an error page has no data and speaks the document's.
 */
export function usePageLanguage(): Language {
  const sent = useContext(DocumentLanguage);
  return useRouteLoaderData<{ pageLanguage: Language }>("root")?.pageLanguage ?? sent;
}

/** The sentences within reach of a component. */
export const WordsContext = createContext<Words>(readWords(SOURCE_LANGUAGE, frameWords[SOURCE_LANGUAGE]));

/**
 * Gives every component of a page the sentences its loaders sent in `words`. A loader that sends `language` too speaks that
 * instead of the page's: an assessment that is not translated is read in English throughout, within a frame in the reader's language.
 */
export function PageSpeaks({ children }: { children: ReactNode }) {
  const page = usePageLanguage();
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
