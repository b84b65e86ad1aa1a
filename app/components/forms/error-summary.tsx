import { useWords } from "#app/components/words/use-words.tsx";
import { useEffect, useRef } from "react";

export type FieldProblem = { field: string; message: string; question?: string };

type ErrorSummaryProps = {
  problems: readonly FieldProblem[];
  /** Fields whose problem is gone since it was found; the last one takes the summary with it. */
  mended?: ReadonlySet<string>;
};

/** What has to be mended, first on the page and first in focus, with a link to each place. */
export function ErrorSummary({ problems, mended }: ErrorSummaryProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  const left = problems.filter(({ field }) => !mended?.has(field));
  if (left.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="problems" className="my-6 border-l-4 border-alert py-2 pl-4">
      <h2 id="problems" className="text-lg">
        {say("frame:thereIsAProblem")}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {left.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.question ? `${problem.field}-1` : problem.field}`}>
              {problem.question ? `${problem.question} ` : ""}
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
