import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ScenarioForm } from "#app/components/scenarios/scenario-form.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { fieldsOfWishes, readScenarioForm } from "#app/domain/scenarios/wishes-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { withNewOnce } from "#app/services/api/with-new-once.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgePlans } from "#app/services/jobs/jobs-instance.server.ts";
import { makeScenario } from "#app/services/scenarios/make-scenario.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { offeredWishes } from "#app/services/scenarios/wish-choices.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const copied = await readScenario(database(), access, new URL(request.url).searchParams.get("copy") ?? "");
  const { choices: _, ...offered } = await offeredWishes(database(), access, language, new Date());
  return {
    words: pageWords(language, "workspace", "organizations", "scenarios", "board", "roadmap", "terms"),
    frame: workspaceFrame(access),
    ...{ offered, once: randomUUID(), copyOf: copied?.name ?? null },
    fields: copied ? { ...fieldsOfWishes(copied.name, copied.firstQuarter, copied.wishes), name: "" } : ({} as Record<string, string>),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const now = new Date();
  const { choices } = await offeredWishes(database(), access, language, now);
  const { values, problems } = readScenarioForm(fields, choices, words);
  const refuse = (found: FieldProblems, entered = { ...fields }) => data({ problems: found, fields: entered }, { status: 422 });
  if (problems) return refuse(problems);
  if (!("once" in values)) return refuse([{ field: "name", message: words.say("organizations:formChanged") }]);
  const outcome = await makeScenario(database(), access, values, now);
  if (outcome.kind === "used") return refuse([{ field: "name", message: words.say("refusals:formUsed") }], withNewOnce(fields));
  if (outcome.kind === "full") return refuse([{ field: "name", message: words.say("scenarios:full") }]);
  if (outcome.kind !== "made") throw new Response("Forbidden", { status: 403 });
  nudgePlans();
  return redirect(organizationPaths.scenario(access.organization.slug, outcome.id), 303);
}

const NONE: FieldProblems = [];

export default function NewScenario() {
  const { say } = useWords();
  const { frame, offered, once, fields, copyOf } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> = refused?.fields ?? fields;
  const title = { page: say("scenarios:newTitle"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{copyOf === null ? say("scenarios:newHeading") : say("scenarios:copyHeading", { name: copyOf })}</h1>
      {offered.assessments.length === 0 ? (
        <>
          <p className="measure mt-4">{say("scenarios:noResults")}</p>
          <p className="mt-4">
            <Link to={organizationPaths.cycles(frame.slug)} className="button">
              {say("scenarios:toCycles")}
            </Link>
          </p>
        </>
      ) : (
        <ScenarioForm
          {...offered}
          hidden={{ once: entered["once"] ?? once }}
          fields={entered}
          problems={problems}
          isNew
          back={organizationPaths.scenarios(frame.slug)}
        />
      )}
    </Workspace>
  );
}
