import { useWords } from "#app/components/words/use-words.tsx";

/** What somebody leaves an assessment with. */
export function YouGet({ sentences }: { sentences: readonly string[] }) {
  const { say } = useWords();
  return (
    <div className="text-sm">
      <p className="font-semibold">{say("catalogue:youGet")}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
