import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { importPage } from "#app/services/kpis/import-page.server.ts";
import { importableKpis } from "#app/services/kpis/import-readings.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ChooseColumns } from "./choose-columns.tsx";
import { GiveText } from "./give-text.tsx";
import { Preview } from "./preview.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const imported = /^(\d{1,5})-(\d{1,5})-(\d{1,5})$/.exec(new URL(request.url).searchParams.get("imported") ?? "");
  return {
    words: pageWords(language, "workspace", "kpis", "kpiImport"),
    frame: workspaceFrame(access),
    kpis: await importableKpis(database(), access),
    imported: imported && { added: Number(imported[1]), replaced: Number(imported[2]), same: Number(imported[3]) },
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const outcome = await importPage(database(), access, request, new Date(), wordsIn(language));
  if ("imported" in outcome) {
    const { new: added, replaced, same } = outcome.imported;
    return redirect(`${organizationPaths.importReadings(access.organization.slug)}?imported=${added}-${replaced}-${same}`, 303);
  }
  const { problems, preview } = outcome.step;
  return data(outcome.step, { status: problems.length > 0 ? 422 : preview && preview.overtaken > 0 ? 409 : 200 });
}

const NONE: FieldProblems = [];

export default function ImportReadings() {
  const { say } = useWords();
  const { frame, kpis, imported } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  const problems = step?.problems ?? NONE;
  const title = { page: say("kpiImport:title"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {imported && !step && <Done>{say("kpiImport:done", imported)}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say(step?.preview ? "kpiImport:previewHeading" : "kpiImport:heading")}</h1>
      <p className="mt-2">
        <Link to={organizationPaths.kpis(frame.slug)} className="inline-flex min-h-11 items-center">
          {say("kpiImport:back")}
        </Link>
      </p>
      {kpis.length === 0 ? (
        <p className="measure mt-4">{say("kpiImport:noKpis")}</p>
      ) : !step || step.columns.length === 0 ? (
        <GiveText fields={step?.fields ?? {}} problems={problems} />
      ) : step.preview ? (
        <Preview fields={step.fields} preview={step.preview} columns={step.columns} kpis={kpis} />
      ) : (
        <ChooseColumns fields={step.fields} problems={problems} columns={step.columns} kpis={kpis} />
      )}
    </Workspace>
  );
}
