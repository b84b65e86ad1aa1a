import { useWords } from "#app/components/words/use-words.tsx";
import { displayMoment } from "#app/domain/report/display.ts";

type HistoryProps = { history: readonly { id: string; at: string; who: string; what: string; details: string[] }[] };

/** What was done to an initiative, folded away. */
export function History({ history }: HistoryProps) {
  const { say, language } = useWords();
  return (
    <details className="mt-10 border-t border-rule pt-6">
      <summary className="inline-flex min-h-11 items-center text-accent">{say("initiatives:historyHeading")}</summary>
      <p className="measure mt-2 text-quiet">{history.length === 0 ? say("initiatives:noHistory") : say("initiatives:historyText")}</p>
      <ol className="mt-2 max-w-[48rem]">
        {history.map(({ id, at, who, what, details }) => (
          <li key={id} className="border-b border-dotted border-rule py-2 wrap-anywhere">
            <p>
              <span className="text-quiet">{displayMoment(at, language)}</span> · {who}: {what}
            </p>
            {details.map((detail) => (
              <p key={detail} className="text-sm whitespace-pre-line text-quiet">
                {detail}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
