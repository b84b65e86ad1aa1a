import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { TakeFile } from "#app/components/organization/take-file.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { KPI_SORTS, KPIS_A_PAGE, readKpiQuery } from "#app/domain/kpis/kpi-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listKpis } from "#app/services/kpis/list-kpis.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { KpiTable } from "./kpi-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.view");
  const query = readKpiQuery(new URL(request.url).searchParams);
  const { rows, total, inUse, inArchive } = await listKpis(database(), access, query, new Date());
  return {
    words: pageWords(language, "workspace", "people", "kpis"),
    frame: workspaceFrame(access),
    ...{ query, total, inUse, inArchive },
    kpis: rows.map(({ id, name, unit, ownerName, latest, next, standing }) => ({ id, name, unit, ownerName, latest, next, standing })),
    mayTake: can(access.actor, "kpis.export"),
    mayEdit: access.organization.eraseAfter === null && can(access.actor, "kpis.edit"),
  };
}

export default function Kpis() {
  const { say } = useWords();
  const { frame, query, kpis, total, inUse, inArchive, mayEdit, mayTake } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const asked = { q: query.q, sort: query.sort, ...(query.archived ? { archived: "yes" } : {}) };
  const to = (page: number) => `${organizationPaths.kpis(slug)}?${new URLSearchParams({ ...asked, page: String(page) }).toString()}`;
  const heading =
    query.q !== ""
      ? say("kpis:found", { count: total })
      : query.archived
        ? say("kpis:archivedHeading", { count: total })
        : inUse === 0
          ? say("kpis:none", { name })
          : say("kpis:heading", { count: inUse, name });
  const isEmpty = query.archived ? inArchive === 0 : inUse === 0;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("kpis:title"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">{heading}</h1>
      {isEmpty && !query.archived && (
        <>
          <p className="measure mt-4">{say("kpis:noneText")}</p>
          <p className="measure mt-4">{say(mayEdit ? "kpis:noneTextStart" : "kpis:noneTextWaits")}</p>
        </>
      )}
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {mayEdit && (
          <Link to={organizationPaths.newKpi(slug)} className="button">
            {say("kpis:add")}
          </Link>
        )}
        {mayEdit && inUse > 0 && (
          <Link to={organizationPaths.importReadings(slug)} className="inline-flex min-h-11 items-center">
            {say("kpis:importLink")}
          </Link>
        )}
        {query.archived ? (
          <Link to={organizationPaths.kpis(slug)} className="inline-flex min-h-11 items-center">
            {say("kpis:currentLink")}
          </Link>
        ) : (
          inArchive > 0 && (
            <Link to={`${organizationPaths.kpis(slug)}?archived=yes`} className="inline-flex min-h-11 items-center">
              {say("kpis:archivedLink")}
            </Link>
          )
        )}
      </p>
      {!isEmpty && (
        <>
          <Form
            method="get"
            role="search"
            aria-label={say("kpis:search")}
            className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
          >
            {query.archived && <input type="hidden" name="archived" value="yes" />}
            <LabelledField id="q" label={say("kpis:searchLabel")}>
              {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
            </LabelledField>
            <SelectField
              key={query.sort}
              id="sort"
              label={say("kpis:sort")}
              value={query.sort}
              options={KPI_SORTS.map((value) => ({ value, label: say(`kpis:sort_${value}`) }))}
            />
            <button type="submit" className="button button-quiet">
              {say("kpis:show")}
            </button>
          </Form>
          {kpis.length === 0 ? <p className="mt-6">{say("kpis:noneFound")}</p> : <KpiTable slug={slug} kpis={kpis} />}
          <Pager page={query.page} pages={Math.ceil(total / KPIS_A_PAGE)} to={to} />
          {mayTake && <TakeFile frame={frame} to={`${organizationPaths.kpisFile(slug)}?${new URLSearchParams(asked).toString()}`} text={say("kpis:toFile")} />}
        </>
      )}
    </Workspace>
  );
}
