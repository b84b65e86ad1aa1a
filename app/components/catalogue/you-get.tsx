import { useWords } from "#app/components/words/use-words.tsx";
import type { Language } from "#app/words/language.ts";

/** What somebody leaves an assessment with; `language` is what the sentences are in. */
export function YouGet({ sentences, language }: { sentences: readonly string[]; language: Language }) {
  const { say } = useWords();
  return (
    <div className="text-sm">
      <p className="font-semibold">{say("catalogue:youGet")}</p>
      <ul lang={language} className="mt-1 list-disc space-y-1 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
