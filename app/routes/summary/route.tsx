import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { readSummary } from "#app/services/home/read-summary.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { BoardPage } from "./board-page.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const slug = new URL(request.url).searchParams.get("assessment");
  return {
    words: pageWords(language, "workspace", "terms", "standing", "change"),
    frame: workspaceFrame(access),
    summary: await readSummary(database(), access, slug, wordsIn(language), new Date()),
  };
}

export default function SummaryPage() {
  const { say } = useWords();
  const { frame, summary } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("standing:summaryTitle"), name })}</title>
      {summary ? (
        <>
          <ChoiceLinks
            label={say("change:whichAssessment")}
            choices={summary.choices.map(({ slug: id, title }) => ({ id, title }))}
            current={summary.slug}
            to={(assessment) => organizationPaths.summary(slug, assessment)}
          />
          <BoardPage slug={slug} summary={summary} />
        </>
      ) : (
        <>
          <h1 className="max-w-[34ch] text-3xl">{say("standing:summaryNone", { name })}</h1>
          <p className="measure mt-4">{say("standing:noneText")}</p>
          <p className="mt-6">
            <Link to={organizationPaths.cycles(slug)} className="button">
              {say("change:toCycles")}
            </Link>
          </p>
        </>
      )}
    </Workspace>
  );
}
