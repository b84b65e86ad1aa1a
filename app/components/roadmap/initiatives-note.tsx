import { useWords } from "#app/components/words/use-words.tsx";
import { initiativeLanguage } from "./initiative-language.ts";

/** Stands once at the head of a list of initiatives whose texts are in another language than the page. */
export function InitiativesNote() {
  const { say, language } = useWords();
  if (initiativeLanguage(language) === undefined) return null;
  return <p className="measure mt-4 text-quiet">{say("roadmap:initiativesInEnglish")}</p>;
}
