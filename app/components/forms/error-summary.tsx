import { useWords } from "#app/components/words/use-words.tsx";
import { useEffect, useRef } from "react";

export type FieldProblem = { field: string; message: string; question?: string };

/** What has to be mended, first on the page and first in focus, with a link to each place. */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="problems" className="my-6 border-l-4 border-alert py-2 pl-4">
      <h2 id="problems" className="text-lg">
        {say("terms:thereIsAProblem")}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {problems.map((problem) => (
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
