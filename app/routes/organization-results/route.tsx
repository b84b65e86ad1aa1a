import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ResultTable } from "#app/components/organization/result-table.tsx";
import { TeamResultTable } from "#app/components/organization/team-result-table.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { readPage, RESULTS_A_PAGE } from "#app/domain/cycles/list-query.ts";
import { paths } from "#app/paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listTeamResults } from "#app/services/results/list-team-results.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.view");
  const page = readPage(new URL(request.url).searchParams);
  const found = await listResults(database(), access, page);
  if (!found) throw new Response("Not found", { status: 404 });
  const teams = await listTeamResults(database(), access, page);
  return {
    words: pageWords(language, "workspace", "people", "results"),
    frame: workspaceFrame(access),
    isAll: can(access.actor, "results.view"),
    results: found.rows.map(({ submittedAt, ...row }) => ({ ...row, title: assessmentTitle(row.slug, language), submittedAt: submittedAt.toISOString() })),
    total: found.total,
    teams: teams.rows.map(({ closedAt, ...row }) => ({ ...row, title: assessmentTitle(row.slug, language), closedAt: closedAt.toISOString() })),
    pages: Math.ceil(Math.max(found.total, teams.total) / RESULTS_A_PAGE),
    page,
  };
}

export default function OrganizationResults() {
  const { say } = useWords();
  const { frame, isAll, results, total, teams, pages, page } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("results:title"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">
        {total === 0 && teams.some(({ mean }) => mean !== null)
          ? say("results:headingTeams", { name })
          : total === 0
            ? say(isAll ? "results:none" : "results:noneOwn", { name })
            : say(isAll ? "results:heading" : "results:headingOwn", { count: total, name })}
      </h1>
      {teams.length > 0 && (
        <section className="mt-8">
          <h2 className="text-xl">{say("results:teams")}</h2>
          <TeamResultTable slug={slug} rows={teams} />
        </section>
      )}
      {total > 0 && teams.length > 0 && <h2 className="mt-10 text-xl">{say("results:singles")}</h2>}
      {total === 0 && teams.length > 0 ? null : total === 0 ? (
        <>
          <p className="measure mt-4">{say("results:noneText")}</p>
          <p className="mt-6">
            <Link to={paths.cycles(slug)} className="button">
              {say("results:toCycles")}
            </Link>
          </p>
        </>
      ) : (
        results.length > 0 && <ResultTable slug={slug} results={results} />
      )}
      <Pager page={page} pages={pages} to={(other) => `${paths.organizationResults(slug)}?page=${other}`} />
    </Workspace>
  );
}
