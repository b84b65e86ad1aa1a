import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { fieldsOfKpi } from "#app/domain/kpis/kpi-fields.ts";
import { readNewKpi } from "#app/domain/kpis/kpi-form.ts";
import { readLibraryQuery } from "#app/domain/kpis/kpi-query.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { withNewOnce } from "#app/services/api/with-new-once.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { libraryPage, suggestedTerms } from "#app/services/kpis/library-page.server.ts";
import { organizationDay } from "#app/services/kpis/organization-day.server.ts";
import { ownerChoices } from "#app/services/kpis/owner-choices.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { Library } from "./library.tsx";
import { NewKpiForm } from "./new-kpi-form.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const { from, ...query } = readLibraryQuery(new URL(request.url).searchParams);
  const suggested = from ? suggestedTerms(from, language, wordsIn(language)) : null;
  return {
    words: pageWords(language, "workspace", "people", "kpis", "terms"),
    frame: workspaceFrame(access),
    query,
    library: from === null ? await libraryPage(database(), access, query, language) : null,
    start: { once: randomUUID(), library: suggested && from, title: suggested?.title ?? null, fields: suggested ? fieldsOfKpi(suggested.terms, language) : {} },
    owners: from === null ? [] : await ownerChoices(database(), access),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "kpis.edit");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const now = new Date();
  const choices = { ownerIds: (await ownerChoices(database(), access)).map(({ id }) => id), libraryIds: catalog().kpis.map(({ id }) => id) };
  const { values, problems } = readNewKpi(fields, choices, await organizationDay(database(), access, now), words);
  const refuse = (found: FieldProblems, shown = fields) => data({ problems: found, fields: { ...shown } }, { status: 422 });
  if (problems) return refuse(problems);
  const outcome = await addKpi(database(), access, values, { language, now }).finally(nudgeMail);
  const { slug, name } = access.organization;
  if (outcome.kind === "added") return redirect(organizationPaths.kpiAfter(slug, outcome.id, "made"), 303);
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome.kind === "used") return refuse([{ field: "name", message: words.say("refusals:formUsed") }], withNewOnce(fields));
  return refuse([{ field: "name", message: outcome.kind === "taken" ? words.say("kpis:libraryTaken", { name }) : words.say("kpis:full") }]);
}

const NONE: FieldProblems = [];

export default function NewKpi() {
  const { say } = useWords();
  const { frame, query, library, start, owners } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const fields: Record<string, string> | undefined = refused?.fields;
  const title = { page: say("kpis:newTitle"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl">{say("kpis:newHeading")}</h1>
      {library ? <Library slug={frame.slug} query={query} {...library} /> : <NewKpiForm slug={frame.slug} {...{ start, owners, problems, fields }} />}
    </Workspace>
  );
}
