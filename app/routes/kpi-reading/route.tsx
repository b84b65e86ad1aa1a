import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { FigureField } from "#app/components/kpis/kpi-fields.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { readingDifferences } from "#app/domain/kpis/kpi-differences.ts";
import { typeable } from "#app/domain/kpis/kpi-fields.ts";
import { LONGEST_NOTE } from "#app/domain/kpis/kpi-terms.ts";
import { readReadingChange } from "#app/domain/kpis/reading-form.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeReading } from "#app/services/kpis/change-readings.server.ts";
import { requireReading } from "#app/services/kpis/require-kpi.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const { kpi, reading } = await requireReading(access, params["kpi"], params["day"]);
  return {
    words: pageWords(language, "workspace", "organizations", "kpis"),
    frame: workspaceFrame(access),
    kpi: { id: kpi.id, name: kpi.name },
    reading: { on: reading.on, revision: reading.revision, value: typeable(reading.value, language), note: reading.note ?? "" },
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const { kpi, reading } = await requireReading(access, params["kpi"], params["day"]);
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const { values, problems } = readReadingChange(fields, words);
  if (problems) return data({ entered: { ...fields }, problems, differences: null }, { status: 422 });
  const outcome = await changeReading(database(), access, { kpiId: kpi.id, on: reading.on }, values, new Date());
  if (outcome.kind === "done") return redirect(organizationPaths.kpiAfter(access.organization.slug, kpi.id, "saved"), 303);
  if (outcome.kind !== "conflict") throw new Response("Forbidden", { status: outcome.kind === "not-found" ? 404 : 403 });
  const entered = { ...fields, revision: String(outcome.now.revision) };
  return data({ entered, problems: [] as FieldProblems, differences: readingDifferences(outcome.now, values, kpi.unit, words) }, { status: 409 });
}

const NONE: FieldProblems = [];

export default function KpiReadingPage() {
  const { say, language } = useWords();
  const { frame, kpi, reading } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> | undefined = refused?.entered;
  const revision = entered?.["revision"] ?? reading.revision;
  const named = { kpi: kpi.name, day: displayDate(reading.on, language) };
  const title = { page: say("kpis:readingTitle", named), name: frame.name };
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="reading" back={organizationPaths.kpiReading(frame.slug, kpi.id, reading.on)} />}
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say("kpis:readingHeading", named)}</h1>
      <p className="mt-2">
        <Link to={organizationPaths.kpi(frame.slug, kpi.id)} className="inline-flex min-h-11 items-center">
          {say("kpis:back", { kpi: kpi.name })}
        </Link>
      </p>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={revision} id="reading" method="post" className="mt-6 flex flex-col gap-y-6">
        <input type="hidden" name="revision" value={revision} />
        <FigureField name="value" label={say("kpis:value")} value={entered?.["value"] ?? reading.value} error={error("value")} />
        <LabelledField id="note" label={say("kpis:note")} hint={say("kpis:noteHint")} error={error("note")}>
          {(ties) => <input {...ties} defaultValue={entered?.["note"] ?? reading.note} maxLength={LONGEST_NOTE} autoComplete="off" />}
        </LabelledField>
        <p>
          <button type="submit" className="button">
            {say("kpis:changeIt")}
          </button>
        </p>
      </Form>
      <Form method="post" action={organizationPaths.kpi(frame.slug, kpi.id)} className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("kpis:remove")}</h2>
        <p className="measure mt-2">{say("kpis:removeText")}</p>
        <input type="hidden" name="on" value={reading.on} />
        <input type="hidden" name="revision" value={reading.revision} />
        <button type="submit" name="intent" value="remove-reading" className="button button-quiet mt-4">
          {say("kpis:removeIt")}
        </button>
      </Form>
    </Workspace>
  );
}
