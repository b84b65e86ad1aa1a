import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

/** Stands on every page that shows invented answers. */
export function ExampleNotice({ title }: { title: string }) {
  const { say } = useWords();
  return (
    <aside aria-label={say("terms:example")} className="border-b border-rule bg-wash px-4 py-3 text-sm">
      <p>
        <Rich text={say("terms:exampleText", { title })} marks={{ strong: (text) => <strong>{text}</strong> }} />
      </p>
    </aside>
  );
}
