import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { MoveNews } from "#app/components/board/move-news.tsx";
import { MoveWatch } from "#app/components/board/move-watch.tsx";
import { RoadmapFiles } from "#app/components/board/roadmap-files.tsx";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { useBoard } from "#app/components/board/use-board.ts";
import { WarningList } from "#app/components/board/warning-list.tsx";
import { isUnreachable, orUnreachable } from "#app/components/forms/unreachable.ts";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { readBoardQuery } from "#app/domain/board/board-query.ts";
import { moveByForm } from "#app/services/board/move-by-form.server.ts";
import { readRoadmap } from "#app/services/board/read-roadmap.server.ts";
import { roadmapRights } from "#app/services/board/roadmap-rights.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { BoardFilter } from "./board-filter.tsx";
import { Columns } from "./columns.tsx";
import { EmptyBoard } from "./empty-board.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  return {
    words: pageWords(language, "workspace", "board", "roadmapFiles", "terms"),
    frame: workspaceFrame(access),
    query: readBoardQuery(new URL(request.url).searchParams),
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

export default function RoadmapBoard() {
  const { say } = useWords();
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof clientAction>();
  const board = useBoard(loaded, isUnreachable(reply) ? undefined : reply);
  const { frame, query, cards, limits, mayEdit } = loaded;
  const { slug, name } = frame;
  const underWay = board.moves.cards.filter(({ state }) => state === "under_way").length;
  const title = { page: say("workspace:roadmap"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{board.moves.isRefused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      {cards.map(({ id }) => (
        <MoveWatch key={id} id={id} hear={board.moves.hear} />
      ))}
      <MoveNews board={board} />
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">
        {cards.length === 0
          ? say("board:none", { name })
          : underWay === 0
            ? say("board:headingNone", { name })
            : say("board:heading", { name, count: underWay })}
      </h1>
      <RoadmapViews slug={slug} current="board" />
      {cards.length === 0 ? (
        <EmptyBoard slug={slug} mayEdit={mayEdit} />
      ) : (
        <>
          <WarningList slug={slug} sentences={board.sentences} hasPlan={limits !== null} />
          <BoardFilter slug={slug} query={query} cards={cards} />
          <Columns slug={slug} query={query} board={board} roadmap={loaded} />
          {loaded.mayTake && <RoadmapFiles slug={slug} seesAddresses={loaded.seesAddresses} />}
        </>
      )}
    </Workspace>
  );
}
