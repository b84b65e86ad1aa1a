import { useLocation } from "@remix-run/react";
import { usePageLanguage, useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { type Language, LANGUAGES } from "#app/words/language.ts";

const OWN_NAMES: Record<Language, string> = { en: "English", fi: "Suomi" };

/** Characters; a form takes no longer field. */
const LONGEST_BACK = 2_000;

/** The languages there are besides the page's own. Loads the page anew, so that every part of it speaks the language chosen. */
export function LanguageSwitch() {
  const { say } = useWords();
  const language = usePageLanguage();
  const { pathname, search } = useLocation();
  const address = pathname + search;
  return (
    <form method="post" action={paths.language} aria-label={say("frame:language")}>
      <input type="hidden" name="back" value={address.length <= LONGEST_BACK ? address : paths.home} />
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <button key={other} type="submit" name="language" value={other} lang={other} className="cursor-pointer py-1 text-ink underline underline-offset-2">
          {OWN_NAMES[other]}
        </button>
      ))}
    </form>
  );
}
