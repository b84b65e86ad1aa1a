import { useWords } from "#app/components/words/use-words.tsx";
import type { Mark } from "#app/domain/milestones/milestones-within.ts";
import { displayDate } from "#app/domain/report/display.ts";

/** The milestones of a chart by the numbers that stand on it, and why they stand there. */
export function MarksList({ marks, heading }: { marks: readonly Mark[]; /** Where not all of them are milestones. */ heading?: string }) {
  const { say, language } = useWords();
  if (marks.length === 0) return null;
  return (
    <div className="mt-2 text-sm">
      <h3 className="text-base">{heading ?? say("marks:heading")}</h3>
      <ol className="list-decimal pl-8">
        {marks.map(({ id, on, title, initiative }) => (
          <li key={id} className="wrap-anywhere">
            {initiative === null
              ? say("marks:mark", { day: displayDate(on, language), title })
              : say("marks:markOf", { day: displayDate(on, language), title, initiative })}
          </li>
        ))}
      </ol>
      <p className="measure text-quiet">{say("marks:text")}</p>
    </div>
  );
}
