import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

type RaisedListProps = { raises: readonly { assessment: string; question: string; to: string; language: string }[] };

/** The questions that an initiative raises, each with the answer reached. */
export function RaisedList({ raises }: RaisedListProps) {
  const { say } = useWords();
  return (
    <ul className="measure">
      {raises.map(({ assessment, question, to, language }) => (
        <li key={`${assessment} ${question}`} className="py-1">
          <span lang={language}>
            {question} <span className="text-sm text-quiet">({assessment})</span>
          </span>
          <span className="block text-sm">
            <Rich text={say("initiatives:raisedTo", { to })} marks={{ to: (text) => <span lang={language}>{text}</span> }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
