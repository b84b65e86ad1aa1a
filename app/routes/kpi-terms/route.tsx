import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { KpiFields } from "#app/components/kpis/kpi-fields.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { kpiDifferences } from "#app/domain/kpis/kpi-differences.ts";
import { fieldsOfKpi } from "#app/domain/kpis/kpi-fields.ts";
import { readKpiChange } from "#app/domain/kpis/kpi-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { changeKpi } from "#app/services/kpis/change-kpi.server.ts";
import { organizationDay } from "#app/services/kpis/organization-day.server.ts";
import { ownerChoices } from "#app/services/kpis/owner-choices.server.ts";
import { requireKpi } from "#app/services/kpis/require-kpi.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const kpi = await requireKpi(access, params["kpi"]);
  return {
    words: pageWords(language, "workspace", "organizations", "kpis"),
    frame: workspaceFrame(access),
    kpi: { id: kpi.id, name: kpi.name, revision: kpi.revision, fields: fieldsOfKpi(kpi, language) },
    owners: await ownerChoices(database(), access),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const { id } = await requireKpi(access, params["kpi"]);
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const owners = await ownerChoices(database(), access);
  const now = new Date();
  const today = await organizationDay(database(), access, now);
  const { values, problems } = readKpiChange(
    fields,
    owners.map((owner) => owner.id),
    today,
    words,
  );
  if (problems) return data({ entered: { ...fields }, problems, differences: null }, { status: 422 });
  const outcome = await changeKpi(database(), access, id, values, { language, now }).finally(nudgeMail);
  if (outcome.kind === "done") return redirect(organizationPaths.kpiAfter(access.organization.slug, id, "saved"), 303);
  if (outcome.kind !== "conflict") throw new Response("Forbidden", { status: outcome.kind === "not-found" ? 404 : 403 });
  const yours = { ...values, ownerName: owners.find((owner) => owner.id === values.ownerId)?.name ?? null };
  const entered = { ...fields, revision: String(outcome.now.revision) };
  return data({ entered, problems: [] as FieldProblems, differences: kpiDifferences(outcome.now, yours, words) }, { status: 409 });
}

const NONE: FieldProblems = [];

export default function KpiTermsPage() {
  const { say } = useWords();
  const { frame, kpi, owners } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> | undefined = refused?.entered;
  const revision = entered?.["revision"] ?? kpi.revision;
  const title = { page: say("kpis:editTitle", { kpi: kpi.name }), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="terms" back={organizationPaths.kpiTerms(frame.slug, kpi.id)} />}
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say("kpis:editHeading", { kpi: kpi.name })}</h1>
      <p className="mt-2">
        <Link to={organizationPaths.kpi(frame.slug, kpi.id)} className="inline-flex min-h-11 items-center">
          {say("kpis:back", { kpi: kpi.name })}
        </Link>
      </p>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={revision} id="terms" method="post" className="mt-6 flex flex-col gap-y-6">
        <input type="hidden" name="revision" value={revision} />
        <KpiFields values={entered ?? kpi.fields} problems={problems} owners={owners} />
        <p>
          <button type="submit" className="button">
            {say("kpis:save")}
          </button>
        </p>
      </Form>
    </Workspace>
  );
}
