import { Link } from "@remix-run/react";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";

/** What does not fit on the whole roadmap, or that only a part of it can be checked. Nothing is mended by itself. */
export function WarningList({ slug, sentences, hasPlan }: { slug: string; sentences: readonly string[]; hasPlan: boolean }) {
  const { say } = useWords();
  return (
    <section aria-labelledby="warnings" className="mt-6 border-t border-ink pt-4">
      <h2 id="warnings" className="text-xl">
        {sentences.length === 0 ? say("board:allFits") : say("board:warnings", { count: sentences.length })}
      </h2>
      {sentences.length > 0 && (
        <ul className="measure mt-2 list-disc space-y-1 pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {!hasPlan && (
        <p className="measure mt-2 text-sm text-quiet">
          <Rich text={say("board:noPlan")} marks={{ scenarios: (text) => <Link to={organizationPaths.scenarios(slug)}>{text}</Link> }} />
        </p>
      )}
    </section>
  );
}
