import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ScenarioForm } from "#app/components/scenarios/scenario-form.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { wishDifferences } from "#app/domain/scenarios/wish-differences.ts";
import { fieldsOfWishes, readScenarioForm } from "#app/domain/scenarios/wishes-form.ts";
import type { Difference } from "#app/domain/tenancy/differences.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgePlans } from "#app/services/jobs/jobs-instance.server.ts";
import { changeScenario } from "#app/services/scenarios/change-scenario.server.ts";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";
import { offeredWishes } from "#app/services/scenarios/wish-choices.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.edit");
  const { choices: _, ...offered } = await offeredWishes(database(), access, language, new Date(), scenario.firstQuarter);
  const { id, name, firstQuarter, wishes, revision } = scenario;
  return {
    words: pageWords(language, "workspace", "organizations", "scenarios", "board", "roadmap", "terms"),
    frame: workspaceFrame(access),
    ...{ id, name, revision, offered, fields: fieldsOfWishes(name, firstQuarter, wishes) },
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.edit");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const now = new Date();
  const { choices } = await offeredWishes(database(), access, language, now, scenario.firstQuarter);
  const { values, problems } = readScenarioForm(fields, choices, words);
  const refuse = (found: FieldProblems, differences: Difference[] | null = null, entered: Record<string, string> = fields) =>
    data({ problems: found, differences, fields: { ...entered } }, { status: differences ? 409 : 422 });
  if (problems) return refuse(problems);
  if (!("revision" in values)) return refuse([{ field: "name", message: words.say("organizations:formChanged") }]);
  const outcome = await changeScenario(database(), access, { id: scenario.id, ...values }, now);
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome.kind === "gone") throw new Response("Not found", { status: 404 });
  if (outcome.kind === "conflict") return refuse([], wishDifferences(outcome.now, values, words), { ...fields, revision: String(outcome.now.revision) });
  nudgePlans();
  return redirect(organizationPaths.scenario(access.organization.slug, scenario.id), 303);
}

const NONE: FieldProblems = [];

export default function ScenarioWishes() {
  const { say } = useWords();
  const { frame, id, name, revision, offered, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> = refused?.fields ?? fields;
  const title = { page: say("scenarios:changeTitle"), name: frame.name };
  const back = organizationPaths.scenario(frame.slug, id);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="scenario" back={organizationPaths.scenarioWishes(frame.slug, id)} />}
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say("scenarios:changeHeading", { name })}</h1>
      <p className="measure mt-4">{say("scenarios:changeText")}</p>
      <ScenarioForm
        {...offered}
        hidden={{ revision: entered["revision"] ?? String(revision) }}
        fields={entered}
        problems={problems}
        isNew={false}
        back={back}
      />
    </Workspace>
  );
}
