import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { LONGEST_SEARCH, PAGE_SIZE, PEOPLE_SORTS, readPeopleQuery } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listMembers } from "#app/services/tenancy/list-members.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "members.view");
  const search = new URL(request.url).searchParams;
  const query = readPeopleQuery(search);
  const { rows, total } = await listMembers(database(), access, query);
  return {
    words: pageWords(language, "workspace", "people"),
    frame: workspaceFrame(access),
    query,
    total,
    members: rows.map(({ joinedAt, ...row }) => ({ ...row, joinedAt: joinedAt.toISOString(), isSelf: row.id === access.memberId })),
    may: { invite: access.organization.eraseAfter === null && can(access.actor, "members.manage"), export: can(access.actor, "data.export") },
    done: search.has("removed") ? ("removed" as const) : search.has("transferred") ? ("transferred" as const) : null,
  };
}

export default function People() {
  const { say } = useWords();
  const { frame, query, total, members, may, done } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const to = (page: number) => `${organizationPaths.people(slug)}?${new URLSearchParams({ q: query.q, sort: query.sort, page: String(page) }).toString()}`;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("people:membersTitle"), name })}</title>
      {done && <Done>{say(`people:${done}`)}</Done>}
      <h1 className="text-3xl">{query.q === "" ? say("people:membersHeading", { count: total, name }) : say("people:membersFound", { count: total })}</h1>
      {may.invite && (
        <p className="mt-4">
          <Link to={organizationPaths.invitations(slug)} className="button">
            {say("people:invitePeople")}
          </Link>
        </p>
      )}
      <Form
        method="get"
        role="search"
        aria-label={say("people:search")}
        className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
      >
        <LabelledField id="q" label={say("people:searchLabel")}>
          {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
        </LabelledField>
        <SelectField
          key={query.sort}
          id="sort"
          label={say("people:sort")}
          value={query.sort}
          options={PEOPLE_SORTS.map((value) => ({ value, label: say(`people:sort_${value}`) }))}
        />
        <button type="submit" className="button button-quiet">
          {say("people:show")}
        </button>
      </Form>
      {members.length === 0 ? <p className="mt-6">{say("people:noneFound")}</p> : <MemberTable slug={slug} members={members} />}
      <Pager page={query.page} pages={Math.ceil(total / PAGE_SIZE)} to={to} />
      {may.export && (
        <p className="mt-4 text-sm">
          <a href={organizationPaths.peopleFile(slug)} download className="inline-block py-1">
            {say("people:toFile")}
          </a>
        </p>
      )}
    </Workspace>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["members"][number];

function MemberTable({ slug, members }: { slug: string; members: Row[] }) {
  const { say } = useWords();
  const { dayOf } = useDays();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("people:table")}>
      <table className="figures min-w-[36rem]">
        <caption className="sr-only">{say("people:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("people:personName")}</th>
            <th scope="col">{say("people:role")}</th>
            <th scope="col">{say("people:answersAs")}</th>
            <th scope="col">{say("people:worksIn")}</th>
            <th scope="col">{say("people:joined")}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, address, role, respondentRole, workFunction, joinedAt, isSelf }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={organizationPaths.member(slug, id)} className="inline-block py-0.5">
                  {name}
                </Link>
                {isSelf && ` (${say("people:you")})`}
                <span className="block text-xs font-normal text-quiet">{address}</span>
              </th>
              <td>{say(`people:role_${role}`)}</td>
              <td>{respondentRole ? say(`people:respondentRole_${respondentRole}`) : say("people:notSaid")}</td>
              <td>{workFunction ? say(`people:workFunction_${workFunction}`) : say("people:notSaid")}</td>
              <td>{dayOf(joinedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
