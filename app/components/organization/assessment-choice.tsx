import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";

type AssessmentChoiceProps = { choices: readonly { slug: string; title: string }[]; current: string; to: (slug: string) => string };

/** Which of several assessments a page is about, as links; nothing where there is one only. */
export function AssessmentChoice({ choices, current, to }: AssessmentChoiceProps) {
  const { say } = useWords();
  if (choices.length < 2) return null;
  return (
    <nav aria-label={say("change:whichAssessment")} className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ slug, title }) => (
          <li key={slug}>
            <Link
              to={to(slug)}
              aria-current={slug === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
