import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_NAME } from "#app/domain/tenancy/organization-form.ts";
import { GRACE_DAYS } from "#app/domain/tenancy/terms.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { readDeletionForm } from "#app/services/tenancy/read-deletion-form.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { undoDeletion } from "#app/services/tenancy/undo-deletion.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.delete");
  return {
    words: pageWords(language, "workspace", "organizations"),
    frame: workspaceFrame(access),
    isUndone: new URL(request.url).searchParams.has("undone"),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.delete");
  const words = wordsIn(language);
  const form = await readDeletionForm(request, words);
  const { slug, name } = access.organization;
  const outcome =
    form.intent === "undo" ? await undoDeletion(database(), access) : await planDeletion(database(), access, form.name, { language, now: new Date() });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome === "done") nudgeMail();
  if (outcome === "done") return redirect(organizationPaths.deletion(slug) + (form.intent === "undo" ? "?undone=yes" : ""), 303);
  return data({ problems: [{ field: "name", message: words.say("organizations:nameDiffers", { name }) }] }, { status: 422 });
}

const NONE: never[] = [];

export default function Deletion() {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { frame, isUndone } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  const { name, eraseAfter } = frame;
  const title = { page: say("workspace:data"), name };
  if (eraseAfter)
    return (
      <Workspace frame={frame}>
        <title>{say("workspace:pageTitle", title)}</title>
        <h1 className="max-w-[34ch] text-3xl">{say("organizations:leavingHeading", { name, day: dayOf(eraseAfter) })}</h1>
        <p className="measure mt-4">{say("organizations:leavingText")}</p>
        <Form method="post" className="mt-6">
          <button type="submit" name="intent" value="undo" className="button">
            {say("workspace:undo")}
          </button>
        </Form>
      </Workspace>
    );
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {isUndone && problems.length === 0 && <Done>{say("organizations:undone")}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say("organizations:deletionHeading", { name })}</h1>
      <p className="measure mt-4">{say("organizations:deletionText")}</p>
      <p className="measure mt-4">{say("organizations:deletionGrace", { days: GRACE_DAYS })}</p>
      <p className="measure mt-4">{say("organizations:deletionAfter")}</p>
      <Form method="post" className="mt-8 flex flex-col gap-y-6">
        <LabelledField id="name" label={say("organizations:typeName", { name })} error={problems[0]?.message}>
          {(ties) => <input {...ties} maxLength={LONGEST_NAME} autoComplete="off" />}
        </LabelledField>
        <p>
          <button type="submit" name="intent" value="plan" className="button button-quiet">
            {say("organizations:plan", { days: GRACE_DAYS })}
          </button>
        </p>
      </Form>
    </Workspace>
  );
}
