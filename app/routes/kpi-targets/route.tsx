import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { FigureField } from "#app/components/kpis/kpi-fields.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { targetDifferences } from "#app/domain/kpis/kpi-differences.ts";
import { typeable } from "#app/domain/kpis/kpi-fields.ts";
import { readTargets, targetField, targetQuarters } from "#app/domain/kpis/targets-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeTargets } from "#app/services/kpis/change-kpi.server.ts";
import { organizationDay } from "#app/services/kpis/organization-day.server.ts";
import { requireKpi } from "#app/services/kpis/require-kpi.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const { id, name, unit, targets, revision } = await requireKpi(access, params["kpi"]);
  const quarters = targetQuarters(targets, await organizationDay(database(), access, new Date()));
  return {
    words: pageWords(language, "workspace", "organizations", "kpis"),
    frame: workspaceFrame(access),
    kpi: { id, name, unit, revision },
    quarters: quarters.map((quarter) => ({ quarter, value: targets[quarter] === undefined ? "" : typeable(targets[quarter], language) })),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const kpi = await requireKpi(access, params["kpi"]);
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const now = new Date();
  const { values, problems } = readTargets(fields, targetQuarters(kpi.targets, await organizationDay(database(), access, now)), words);
  if (problems) return data({ entered: { ...fields }, problems, differences: null }, { status: 422 });
  const outcome = await changeTargets(database(), access, kpi.id, values, now);
  if (outcome.kind === "done") return redirect(organizationPaths.kpiAfter(access.organization.slug, kpi.id, "saved"), 303);
  if (outcome.kind !== "conflict") throw new Response("Forbidden", { status: outcome.kind === "not-found" ? 404 : 403 });
  const entered = { ...fields, revision: String(outcome.now.revision) };
  const differences = targetDifferences(outcome.now.targets, values.targets, kpi.unit, words);
  return data({ entered, problems: [] as FieldProblems, differences }, { status: 409 });
}

const NONE: FieldProblems = [];

export default function KpiTargets() {
  const { say } = useWords();
  const { frame, kpi, quarters } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> | undefined = refused?.entered;
  const revision = entered?.["revision"] ?? kpi.revision;
  const title = { page: say("kpis:targetsTitle", { kpi: kpi.name }), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="targets" back={organizationPaths.kpiTargets(frame.slug, kpi.id)} />}
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say("kpis:targetsHeading", { kpi: kpi.name })}</h1>
      <p className="measure mt-4">{say("kpis:targetsText")}</p>
      <p className="mt-2">
        <Link to={organizationPaths.kpi(frame.slug, kpi.id)} className="inline-flex min-h-11 items-center">
          {say("kpis:back", { kpi: kpi.name })}
        </Link>
      </p>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={revision} id="targets" method="post" className="mt-6 flex flex-col gap-y-6">
        <input type="hidden" name="revision" value={revision} />
        {quarters.map(({ quarter, value }) => (
          <FigureField
            key={quarter}
            name={targetField(quarter)}
            label={say("kpis:targetFor", { quarter })}
            value={entered?.[targetField(quarter)] ?? value}
            error={problems.find(({ field }) => field === targetField(quarter))?.message}
          />
        ))}
        <p>
          <button type="submit" className="button">
            {say("kpis:saveTargets")}
          </button>
        </p>
      </Form>
    </Workspace>
  );
}
