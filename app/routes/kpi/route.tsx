import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import { readReadingsPage } from "#app/domain/kpis/kpi-query.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeKpiPage } from "#app/services/kpis/change-kpi-page.server.ts";
import { readKpi } from "#app/services/kpis/read-kpi.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireAction } from "#app/services/tenancy/require-action.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { KpiChart } from "./kpi-chart.tsx";
import { KpiFacts } from "./kpi-facts.tsx";
import { KpiInitiatives } from "./kpi-initiatives.tsx";
import { AddReading, Readings } from "./readings.tsx";

const DONE = {
  made: "kpis:made",
  saved: "kpis:saved",
  added: "kpis:added",
  back: "kpis:isBack",
  archived: "kpis:archivedNow",
  restored: "kpis:restoredNow",
} as const;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.view");
  const search = new URL(request.url).searchParams;
  const page = readReadingsPage(search);
  const found = await readKpi(database(), access, params["kpi"] ?? "", page, { language, now: new Date() });
  if (!found) throw new Response("Not found", { status: 404 });
  const { kpi, ...rest } = found;
  const done = search.get("done");
  return {
    words: pageWords(language, "workspace", "people", "kpis", "terms", "marks", "board"),
    frame: workspaceFrame(access),
    ...{ ...rest, page },
    kpi: { ...kpi, createdAt: kpi.createdAt.toISOString(), archivedAt: kpi.archivedAt?.toISOString() ?? null },
    mayTake: can(access.actor, "kpis.export"),
    mayEdit: access.organization.eraseAfter === null && can(access.actor, "kpis.edit"),
    done: (Object.keys(DONE) as (keyof typeof DONE)[]).find((name) => name === done) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.view");
  requireAction(access, "kpis.edit");
  const id = params["kpi"] ?? "";
  const outcome = await changeKpiPage(database(), access, id, request, new Date(), wordsIn(language));
  if ("done" in outcome) return redirect(organizationPaths.kpiAfter(access.organization.slug, id, outcome.done), 303);
  const open = { problems: [] as FieldProblems, fields: null, notice: null, removed: null };
  return data({ ...open, ...outcome }, { status: "problems" in outcome ? 422 : "notice" in outcome ? 409 : 200 });
}

const NONE: FieldProblems = [];

export default function KpiPage() {
  const words = useWords();
  const { dayOf } = useDays();
  const { say } = words;
  const { frame, kpi, charted, mayEdit, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const title = { page: kpi.name, name: frame.name };
  const latest = charted.at(-1);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.notice && (
        <p role="alert" className="measure mb-6 border-l-4 border-alert py-1 pl-4 font-semibold">
          {refused.notice}
        </p>
      )}
      {refused?.removed && <Removal removed={refused.removed} />}
      {done && !refused && <Done>{say(DONE[done])}</Done>}
      <p className="mb-2 text-sm">
        <Link to={organizationPaths.kpis(frame.slug)} className="inline-block py-1">
          {say("kpis:title")}
        </Link>
      </p>
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">
        {latest
          ? say("kpis:headingLatest", { kpi: kpi.name, value: displayReading(latest.value, kpi.unit, words) })
          : say("kpis:headingNone", { kpi: kpi.name })}
      </h1>
      {kpi.archivedAt && <p className="measure mt-4 font-semibold">{say("kpis:isArchived", { day: dayOf(kpi.archivedAt) })}</p>}
      <KpiFacts />
      {charted.length > 0 && <KpiChart />}
      <KpiInitiatives />
      {mayEdit && <AddReading fields={refused?.fields ?? {}} problems={problems} />}
      <Readings />
      {mayEdit && <Archive isArchived={kpi.archivedAt !== null} />}
    </Workspace>
  );
}

/** What was removed, and the way back. */
function Removal({ removed: { sentence, ...reading } }: { removed: Record<"sentence" | "on" | "value" | "note" | "source", string> }) {
  const { say } = useWords();
  return (
    <div role="status" className="measure mb-6 border-l-4 border-accent py-1 pl-4">
      <p>{sentence}</p>
      <Form method="post">
        {Object.entries(reading).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" name="intent" value="restore-reading" className="button-plain">
          {say("kpis:putBack")}
        </button>
      </Form>
    </div>
  );
}

function Archive({ isArchived }: { isArchived: boolean }) {
  const { say } = useWords();
  if (isArchived)
    return (
      <Form method="post" className="no-print mt-10 border-t border-rule pt-6">
        <button type="submit" name="intent" value="restore" className="button button-quiet">
          {say("kpis:restoreIt")}
        </button>
      </Form>
    );
  return (
    <details className="no-print mt-10 border-t border-rule pt-6">
      <summary className="inline-flex min-h-11 items-center text-accent">{say("kpis:archive")}</summary>
      <p className="measure mt-2">{say("kpis:archiveText")}</p>
      <Form method="post" className="mt-4">
        <button type="submit" name="intent" value="archive" className="button button-quiet">
          {say("kpis:archiveIt")}
        </button>
      </Form>
    </details>
  );
}
