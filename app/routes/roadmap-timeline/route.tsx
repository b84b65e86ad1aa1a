import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MoveNews } from "#app/components/board/move-news.tsx";
import { MoveWatch } from "#app/components/board/move-watch.tsx";
import { RoadmapFiles } from "#app/components/board/roadmap-files.tsx";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { useBoard } from "#app/components/board/use-board.ts";
import { WarningList } from "#app/components/board/warning-list.tsx";
import { isUnreachable, orUnreachable } from "#app/components/forms/unreachable.ts";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { GROUPINGS } from "#app/domain/board/board-filter.ts";
import { readGrouping } from "#app/domain/board/board-query.ts";
import { timelineQuarters } from "#app/domain/board/board-quarters.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { moveByForm } from "#app/services/board/move-by-form.server.ts";
import { readRoadmap } from "#app/services/board/read-roadmap.server.ts";
import { roadmapRights } from "#app/services/board/roadmap-rights.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { Timeline } from "./timeline.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  return {
    words: pageWords(language, "workspace", "board", "roadmapFiles", "terms"),
    frame: workspaceFrame(access),
    by: readGrouping(new URL(request.url).searchParams),
    ...(await readRoadmap(database(), access, language, new Date())),
    ...roadmapRights(access),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { answer, status } = await moveByForm(database(), access, request, new Date(), wordsIn(language));
  return data(answer, { status });
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orUnreachable(() => serverAction<typeof action>());
}

export { shouldRevalidateAfterMove as shouldRevalidate } from "#app/components/board/after-move.ts";

export default function RoadmapTimeline() {
  const { say } = useWords();
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof clientAction>();
  const board = useBoard(loaded, isUnreachable(reply) ? undefined : reply);
  const { frame, by, cards, limits } = loaded;
  const { slug, name } = frame;
  const shown = board.moves.cards.filter(({ state }) => state !== "dropped");
  const quarters = timelineQuarters(board.current, shown, limits);
  const title = { page: say("board:timelineTitle"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{board.moves.isRefused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      {cards.map(({ id }) => (
        <MoveWatch key={id} id={id} hear={board.moves.hear} />
      ))}
      <MoveNews board={board} />
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">
        {shown.length === 0
          ? say("board:timelineNone", { name })
          : say("board:timelineHeading", { name, count: shown.length, first: quarters[0]!, last: quarters.at(-1)! })}
      </h1>
      <RoadmapViews slug={slug} current="timeline" />
      {shown.length === 0 ? (
        <p className="measure mt-4">
          {say("board:timelineNoneText")} <Link to={organizationPaths.roadmap(slug)}>{say("board:toBoard")}</Link>
        </p>
      ) : (
        <>
          <WarningList slug={slug} sentences={board.sentences} hasPlan={limits !== null} />
          <ChoiceLinks
            label={say("board:groupedBy")}
            choices={GROUPINGS.map((id) => ({ id, title: say(`board:by_${id}`) }))}
            current={by}
            to={(grouping) => `${organizationPaths.roadmapTimeline(slug)}?by=${grouping}`}
            staysInPlace
          />
          <Timeline slug={slug} by={by} quarters={quarters} shown={shown} board={board} roadmap={loaded} />
          {loaded.mayTake && <RoadmapFiles slug={slug} seesAddresses={loaded.seesAddresses} />}
        </>
      )}
    </Workspace>
  );
}
