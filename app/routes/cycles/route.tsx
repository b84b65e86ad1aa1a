import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { TakeFile } from "#app/components/organization/take-file.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { readNewCycle } from "#app/domain/cycles/cycle-form.ts";
import { CYCLES_A_PAGE, listSearch, orderAfterClick, readCyclesQuery } from "#app/domain/cycles/list-query.ts";
import { openPeriods } from "#app/domain/cycles/period.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { listCycles } from "#app/services/cycles/list-cycles.server.ts";
import { openCycle } from "#app/services/cycles/open-cycle.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { CycleFilter } from "./cycle-filter.tsx";
import { CycleTable } from "./cycle-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.view");
  const query = readCyclesQuery(new URL(request.url).searchParams);
  const { rows, total, choices: assessments } = await listCycles(database(), access, query, { language, now: new Date() });
  const mayRun = access.organization.eraseAfter === null && can(access.actor, "cycles.run");
  return {
    words: pageWords(language, "workspace", "people", "cycles"),
    frame: workspaceFrame(access),
    cycles: rows.map(({ opensAt, closedAt, ...row }) => ({ ...row, opensAt: opensAt.toISOString(), closedAt: closedAt?.toISOString() ?? null })),
    total,
    query,
    assessments,
    mayTake: can(access.actor, "lists.export"),
    answers: can(access.actor, "cycles.respond"),
    mayRun,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.run");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const now = new Date();
  const choices = { assessments: assessmentChoices(language).map(({ slug }) => slug), periods: openPeriods(now) };
  const { values, problems } = readNewCycle(fields, choices, words);
  const refuse = (found: { field: string; message: string }[]) => data({ problems: found }, { status: 422 });
  if (problems) return refuse(problems);
  const { period } = values;
  const time = { language, now, secret: installationSecret() };
  const outcome = await openCycle(database(), access, { assessment: requireAssessment(values.assessment, language), period }, time);
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome.kind === "taken")
    return refuse([{ field: "assessment", message: words.say("cycles:taken", { title: assessmentTitle(values.assessment, language), period }) }]);
  nudgeMail();
  return redirect(`${organizationPaths.cycle(access.organization.slug, outcome.id)}?done=opened`, 303);
}

const NONE: never[] = [];

export default function Cycles() {
  const { say } = useWords();
  const { frame, cycles, total, query, assessments, mayTake, answers, mayRun } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, slug } = frame;
  const title = { page: say("cycles:title"), name };
  const page = organizationPaths.cycles(slug);
  const isChosen = query.assessment !== null || query.state !== null;
  const heading = () => {
    if (isChosen) return total === 0 ? say("cycles:noneFound") : say("cycles:found", { count: total });
    return total === 0 ? say("cycles:none", { name }) : say("cycles:heading", { count: total, name });
  };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      <h1 className="max-w-[34ch] text-3xl">{heading()}</h1>
      {total === 0 && !isChosen ? (
        <>
          <p className="measure mt-4">{say("cycles:noneText", { name })}</p>
          {!mayRun && <p className="measure mt-4">{say("cycles:noneTextWaits")}</p>}
        </>
      ) : (
        <>
          <CycleFilter query={query} assessments={assessments} all={page} />
          {total === 0 ? (
            <p className="measure mt-6">{say("cycles:noneFoundText")}</p>
          ) : (
            <CycleTable
              slug={slug}
              cycles={cycles}
              answers={answers}
              sorted={{ ...query, to: (column) => `${page}${listSearch({ ...query, ...orderAfterClick(query, column), page: 1 })}` }}
            />
          )}
          <Pager page={query.page} pages={Math.ceil(total / CYCLES_A_PAGE)} to={(other) => `${page}${listSearch({ ...query, page: other })}`} />
          {total > 0 && mayTake && (
            <TakeFile frame={frame} to={`${organizationPaths.cyclesFile(slug)}${listSearch({ ...query, page: 1 })}`} text={say("workspace:toFile")} />
          )}
        </>
      )}
      {mayRun && (
        <p className="mt-10">
          <Link to={organizationPaths.newCycle(slug)} className="button">
            {say("cycles:openNew")}
          </Link>
        </p>
      )}
    </Workspace>
  );
}
