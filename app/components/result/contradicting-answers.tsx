import type { ContradictionView } from "#app/domain/report/contradiction-views.ts";

/** The answers that do not fit together, each under its question and assessment. */
export function ContradictingAnswers({ contradiction }: { contradiction: ContradictionView }) {
  return (
    <ul className="mt-2 space-y-2 text-sm">
      {contradiction.answers.map((given) => (
        <li key={`${given.assessment} ${given.question}`}>
          <span className="text-quiet">
            {given.assessment}: {given.question}
          </span>
          <span className="block">{given.answer}</span>
        </li>
      ))}
    </ul>
  );
}
