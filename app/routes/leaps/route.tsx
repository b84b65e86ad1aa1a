import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { LEAPS_A_PAGE, readLeapQuery } from "#app/domain/board/initiative-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { listLeaps } from "#app/services/board/list-leaps.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { LeapList } from "./leap-list.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  const query = readLeapQuery(new URL(request.url).searchParams);
  return {
    words: pageWords(language, "workspace", "board", "initiatives", "people"),
    frame: workspaceFrame(access),
    query: { q: query.q, show: query.show },
    mayEdit: access.organization.eraseAfter === null && can(access.actor, "roadmap.edit"),
    ...(await listLeaps(database(), access, query, { language, now: new Date() })),
  };
}

export default function Leaps() {
  const { say } = useWords();
  const { frame, query, mayEdit, leaps, found, page, pages, decided, counts } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const { q, show } = query;
  const { open, overdue, without } = counts;
  const isEmpty = open === 0 && counts.decided === 0;
  const to = (more: { show?: typeof show; page?: number }) => {
    const asked = { q, show: show ?? "", ...more, page: more.page === undefined || more.page === 1 ? "" : String(more.page) };
    const fields = Object.entries(asked).filter((field): field is [string, string] => Boolean(field[1]));
    return fields.length === 0 ? organizationPaths.leaps(slug) : `${organizationPaths.leaps(slug)}?${new URLSearchParams(fields).toString()}`;
  };
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("initiatives:leapsTitle"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">
        {isEmpty ? say("initiatives:leapsNone", { name }) : open === 0 ? say("initiatives:leapsHeadingNone") : say("initiatives:leapsHeading", { count: open })}
      </h1>
      <RoadmapViews slug={slug} current="leaps" />
      {isEmpty ? (
        <>
          <p className="measure mt-4">{say("initiatives:leapsNoneText")}</p>
          <p className="mt-4">
            {/* Where there is an initiative, one of its own is at hand. */}
            {without > 0 || !mayEdit ? (
              <Link to={organizationPaths.roadmap(slug)} className="button">
                {say("initiatives:toRoadmap")}
              </Link>
            ) : (
              <Link to={organizationPaths.newInitiative(slug)} className="button">
                {say("initiatives:newOne")}
              </Link>
            )}
          </p>
        </>
      ) : (
        <>
          <p className="measure mt-4">
            {overdue > 0 && <strong>{say("initiatives:leapsOverdue", { count: overdue })}</strong>}{" "}
            {without > 0 && say("initiatives:leapsWithout", { count: without })}
          </p>
          <ChoiceLinks
            label={say("initiatives:leapsFilter")}
            choices={([null, "open", "decided"] as const).map((id) => ({ id, title: say(`initiatives:leaps_${id ?? "all"}`) }))}
            current={show}
            to={(id) => to({ show: id })}
          />
          {(open + counts.decided > LEAPS_A_PAGE || q !== "") && (
            <Form
              key={q}
              method="get"
              role="search"
              aria-label={say("initiatives:leapsSearch")}
              className="no-print mt-4 flex flex-wrap items-end gap-x-6 gap-y-4 text-sm"
            >
              {show !== null && <input type="hidden" name="show" value={show} />}
              <LabelledField id="q" label={say("initiatives:leapsSearchLabel")}>
                {(ties) => <input {...ties} type="search" defaultValue={q} maxLength={LONGEST_SEARCH} />}
              </LabelledField>
              <button type="submit" className="button button-quiet">
                {say("initiatives:show")}
              </button>
            </Form>
          )}
          {q !== "" && (
            <p role="status" className="mt-4 text-sm text-quiet">
              {found === 0 ? say("initiatives:leapsNoneFound") : say("initiatives:leapsFound", { count: found })}
            </p>
          )}
          {leaps.length > 0 && <LeapList slug={slug} leaps={leaps} />}
          {show === "decided" && counts.decided === 0 && <p className="mt-4">{say("initiatives:leapsDecidedNone")}</p>}
          <Pager page={page} pages={pages} to={(other) => to({ page: other })} />
          {decided.length > 0 && (
            <details className="mt-6">
              <summary className="inline-flex min-h-11 items-center text-accent">
                {say("initiatives:leapsDecided", { count: q === "" ? counts.decided : decided.length })}
              </summary>
              <LeapList slug={slug} leaps={decided} />
              {counts.decided > decided.length && (
                <Link to={to({ show: "decided" })} className="inline-flex min-h-11 items-center">
                  {say("initiatives:leapsAllDecided")}
                </Link>
              )}
            </details>
          )}
        </>
      )}
    </Workspace>
  );
}
