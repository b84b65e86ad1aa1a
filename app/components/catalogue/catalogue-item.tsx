import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Language } from "#app/words/language.ts";
import type { CatalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { paths } from "#app/paths.ts";
import { AssessmentFacts } from "./assessment-facts.tsx";
import { YouGet } from "./you-get.tsx";

type CatalogueItemProps = {
  entry: CatalogueEntry;
  /** What its texts are in. */
  language: Language;
  heading: "h2" | "h3";
  /** Why it is offered; null where that is plain. */
  why: string | null;
};

/** An assessment in a list to choose from. */
export function CatalogueItem({ entry, language, heading: Heading, why }: CatalogueItemProps) {
  const { say } = useWords();
  return (
    <li className="grid grid-cols-1 gap-x-12 gap-y-3 border-t border-rule py-6 md:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
      <div>
        <Heading className="text-xl" lang={language}>
          <Link to={paths.assessment(entry.slug)}>{entry.title}</Link>
        </Heading>
        {why && <p className="mt-1">{why}</p>}
        <p lang={language} className={`mt-1 ${why ? "text-quiet" : ""}`}>
          {entry.summary}
        </p>
        <AssessmentFacts entry={entry} />
        <p className="mt-1 text-sm">
          <Link to={paths.example(entry.slug)} className="inline-block py-1" aria-label={say("catalogue:exampleResultOf", { title: entry.title })}>
            {say("catalogue:exampleResult")}
          </Link>
        </p>
      </div>
      <YouGet sentences={entry.youGet} language={language} />
    </li>
  );
}
