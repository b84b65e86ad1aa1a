import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ListFilter } from "#app/components/organization/list-filter.tsx";
import { ResultTable } from "#app/components/organization/result-table.tsx";
import { TakeFile } from "#app/components/organization/take-file.tsx";
import { TeamResultTable } from "#app/components/organization/team-result-table.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { listSearch, NO_PERIOD, orderAfterClick, readResultsQuery, RESULTS_A_PAGE } from "#app/domain/cycles/list-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listTeamResults } from "#app/services/results/list-team-results.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.view");
  const query = readResultsQuery(new URL(request.url).searchParams);
  const found = await listResults(database(), access, query);
  if (!found) throw new Response("Not found", { status: 404 });
  const { rows, total, choices } = found;
  const teams = await listTeamResults(database(), access, query.page);
  return {
    words: pageWords(language, "workspace", "people", "results"),
    frame: workspaceFrame(access),
    isAll: can(access.actor, "results.view"),
    mayTake: can(access.actor, "lists.export"),
    results: rows.map(({ submittedAt, ...row }) => ({ ...row, title: assessmentTitle(row.slug, language), submittedAt: submittedAt?.toISOString() ?? null })),
    total,
    teams: teams.rows.map(({ closedAt, ...row }) => ({ ...row, title: assessmentTitle(row.slug, language), closedAt: closedAt.toISOString() })),
    pages: Math.ceil(Math.max(total, teams.total) / RESULTS_A_PAGE),
    query,
    choices: {
      periods: choices.periods,
      assessments: choices.assessments
        .map((slug) => ({ slug, title: assessmentTitle(slug, language) }))
        .sort((a, b) => a.title.localeCompare(b.title, language)),
    },
  };
}

export default function OrganizationResults() {
  const { say } = useWords();
  const { frame, isAll, mayTake, results, total, teams, pages, query, choices } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const page = organizationPaths.organizationResults(slug);
  const isChosen = query.assessment !== null || query.period !== null;
  const heading = () => {
    if (isChosen) return total === 0 ? say("results:noneFound") : say("results:found", { count: total });
    if (total === 0 && teams.some(({ mean }) => mean !== null)) return say("results:headingTeams", { name });
    if (total === 0) return say(isAll ? "results:none" : "results:noneOwn", { name });
    return say(isAll ? "results:heading" : "results:headingOwn", { count: total, name });
  };
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("results:title"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">{heading()}</h1>
      {teams.length > 0 && !isChosen && (
        <section className="mt-8">
          <h2 className="text-xl">{say("results:teams")}</h2>
          <TeamResultTable slug={slug} rows={teams} />
        </section>
      )}
      {total > 0 && teams.length > 0 && !isChosen && <h2 className="mt-10 text-xl">{say("results:singles")}</h2>}
      {total === 0 && teams.length > 0 && !isChosen ? null : total === 0 && !isChosen ? (
        <>
          <p className="measure mt-4">{say("results:noneText")}</p>
          <p className="mt-6">
            <Link to={organizationPaths.cycles(slug)} className="button">
              {say("results:toCycles")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <ResultFilter query={query} choices={choices} all={page} />
          {total === 0 ? (
            <p className="measure mt-6">{say("results:noneFoundText")}</p>
          ) : (
            <ResultTable
              slug={slug}
              results={results}
              sorted={{ ...query, to: (column) => `${page}${listSearch({ ...query, ...orderAfterClick(query, column), page: 1 })}` }}
            />
          )}
          {total > 0 && mayTake && (
            <TakeFile frame={frame} to={`${organizationPaths.resultsFile(slug)}${listSearch({ ...query, page: 1 })}`} text={say("workspace:toFile")} />
          )}
        </>
      )}
      <Pager page={query.page} pages={isChosen ? Math.ceil(total / RESULTS_A_PAGE) : pages} to={(other) => `${page}${listSearch({ ...query, page: other })}`} />
    </Workspace>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function ResultFilter({ query, choices, all }: Pick<Loaded, "query" | "choices"> & { all: string }) {
  const { say } = useWords();
  const assessments = choices.assessments.map(({ slug, title }) => ({ value: slug, label: title }));
  const periods = choices.periods.map((period) => ({ value: period ?? NO_PERIOD, label: period ?? say("results:broughtIn") }));
  return (
    <ListFilter
      label={say("results:search")}
      order={query}
      all={all}
      fields={[
        {
          ...{ id: "assessment", label: say("results:assessment"), value: query.assessment },
          options: [{ value: "", label: say("results:everyAssessment") }, ...assessments],
        },
        { id: "period", label: say("results:period"), value: query.period, options: [{ value: "", label: say("results:everyPeriod") }, ...periods] },
      ]}
    />
  );
}
