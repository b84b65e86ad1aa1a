import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { readNewCycle } from "#app/domain/cycles/cycle-form.ts";
import { CYCLES_A_PAGE, readPage } from "#app/domain/cycles/list-query.ts";
import { openPeriods } from "#app/domain/cycles/period.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
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

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.view");
  const page = readPage(new URL(request.url).searchParams);
  const { rows, total } = await listCycles(database(), access, page);
  const mayRun = access.organization.eraseAfter === null && can(access.actor, "cycles.run");
  return {
    words: pageWords(language, "workspace", "people", "cycles"),
    frame: workspaceFrame(access),
    cycles: rows.map(({ id, slug, period, closedAt, isAnswered }) => ({
      ...{ id, period, isAnswered, title: assessmentTitle(slug, language) },
      closedAt: closedAt?.toISOString() ?? null,
    })),
    total,
    page,
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
  return redirect(`${paths.cycle(access.organization.slug, outcome.id)}?done=opened`, 303);
}

const NONE: never[] = [];

export default function Cycles() {
  const { say } = useWords();
  const { frame, cycles, total, page, answers, mayRun } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, slug } = frame;
  const title = { page: say("cycles:title"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      <h1 className="max-w-[34ch] text-3xl">{total === 0 ? say("cycles:none", { name }) : say("cycles:heading", { count: total, name })}</h1>
      {total === 0 ? (
        <>
          <p className="measure mt-4">{say("cycles:noneText", { name })}</p>
          {!mayRun && <p className="measure mt-4">{say("cycles:noneTextWaits")}</p>}
        </>
      ) : (
        <CycleTable slug={slug} cycles={cycles} answers={answers} />
      )}
      <Pager page={page} pages={Math.ceil(total / CYCLES_A_PAGE)} to={(other) => `${paths.cycles(slug)}?page=${other}`} />
      {mayRun && (
        <p className="mt-10">
          <Link to={paths.newCycle(slug)} className="button">
            {say("cycles:openNew")}
          </Link>
        </p>
      )}
    </Workspace>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["cycles"][number];

function CycleTable({ slug, cycles, answers }: { slug: string; cycles: Row[]; answers: boolean }) {
  const { say, language } = useWords();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("cycles:table")}>
      <table className="figures min-w-[32rem]">
        <caption className="sr-only">{say("cycles:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("cycles:assessment")}</th>
            <th scope="col">{say("cycles:period")}</th>
            <th scope="col">{say("cycles:state")}</th>
            {answers && <th scope="col">{say("cycles:yours")}</th>}
          </tr>
        </thead>
        <tbody>
          {cycles.map(({ id, title, period, closedAt, isAnswered }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={paths.cycle(slug, id)} className="inline-block py-0.5">
                  {title}
                </Link>
              </th>
              <td className="whitespace-nowrap">{period}</td>
              <td>{closedAt ? say("cycles:closedOn", { day: displayDate(closedAt, language) }) : say("cycles:open")}</td>
              {answers && <td>{say(isAnswered ? "cycles:answered" : "cycles:notAnswered")}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
