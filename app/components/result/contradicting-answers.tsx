import type { ContradictionView } from "#app/domain/report/contradiction-views.ts";
import type { Language } from "#app/words/language.ts";

type ContradictingAnswersProps = {
  contradiction: ContradictionView;
  /** What each assessment is in, by slug; absent where all are in the page's language. */
  languages?: Record<string, Language>;
};

/** The answers that do not fit together, each under its question and assessment. */
export function ContradictingAnswers({ contradiction, languages = {} }: ContradictingAnswersProps) {
  return (
    <ul className="mt-2 space-y-2 text-sm">
      {contradiction.answers.map((given) => (
        <li key={`${given.assessment} ${given.question}`} lang={languages[given.slug]}>
          <span className="text-quiet">
            {given.assessment}: {given.question}
          </span>
          <span className="block">{given.answer}</span>
        </li>
      ))}
    </ul>
  );
}
