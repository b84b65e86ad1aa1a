import { useWords } from "#app/components/words/use-words.tsx";
import type { TitleView } from "#app/domain/report/plan-view.ts";

/** Stands once at the head of these initiatives where some of them are not in the language of the page. */
export function InitiativesNote({ shown }: { shown: readonly TitleView[] }) {
  const { say, language } = useWords();
  if (shown.every((initiative) => initiative.language === language)) return null;
  return <p className="measure mt-4 text-quiet">{say("roadmap:someInEnglish")}</p>;
}
