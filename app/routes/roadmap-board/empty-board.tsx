import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";

/** What will be on the board, why it matters, and how it begins. */
export function EmptyBoard({ slug, mayEdit }: { slug: string; mayEdit: boolean }) {
  const { say } = useWords();
  return (
    <>
      <p className="measure mt-4">{say("board:noneText")}</p>
      <p className="measure mt-2">{say(mayEdit ? "board:noneTextStart" : "board:noneTextWaits")}</p>
      {mayEdit && (
        <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Link to={organizationPaths.scenarios(slug)} className="button">
            {say("board:toScenarios")}
          </Link>
          <Link to={organizationPaths.newInitiative(slug)} className="inline-flex min-h-11 items-center">
            {say("board:addInitiative")}
          </Link>
        </p>
      )}
    </>
  );
}
