import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { OwnFields } from "#app/components/board/own-fields.tsx";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { fieldsOfOwn } from "#app/domain/board/own-initiative-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { chosenRows } from "#app/services/board/chosen-rows.server.ts";
import { ownChoices } from "#app/services/board/own-choices.server.ts";
import { ownInitiativeByForm } from "#app/services/board/own-initiative-page.server.ts";
import { requireOwn } from "#app/services/board/read-initiative.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { id, own, revision } = await requireOwn(database(), access, params["initiative"]);
  const { lists, named } = await ownChoices(database(), access, id, language);
  const fields = fieldsOfOwn(own, named.assessments);
  return {
    words: pageWords(language, "workspace", "organizations", "initiatives", "terms"),
    frame: workspaceFrame(access),
    initiative: { id, title: own.title, revision, fields, chosen: chosenRows(fields, named) },
    lists,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { id } = await requireOwn(database(), access, params["initiative"]);
  const { next, again } = await ownInitiativeByForm(database(), access, id, request, { words: wordsIn(language), now: new Date() });
  if (next !== undefined) return redirect(next, 303);
  const { named } = await ownChoices(database(), access, id, language);
  return data({ ...again, chosen: chosenRows(again.entered, named) }, { status: again.status });
}

const NONE: FieldProblems = [];

export default function InitiativeTerms() {
  const { say } = useWords();
  const { frame, initiative, lists } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again?.problems ?? NONE;
  const entered: Record<string, string> | undefined = again?.entered;
  const revision = entered?.["revision"] ?? initiative.revision;
  const title = { page: say("initiatives:editTitle", { title: initiative.title }), name: frame.name };
  const isRefused = problems.length > 0 || again?.differences;
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{isRefused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {again?.differences && <Conflict rows={again.differences} form="terms" back={organizationPaths.initiativeTerms(frame.slug, initiative.id)} />}
      <p className="mb-2 text-sm">
        <Link to={organizationPaths.initiative(frame.slug, initiative.id)} className="inline-block py-1 wrap-anywhere">
          {say("initiatives:back", { title: initiative.title })}
        </Link>
      </p>
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say("initiatives:editHeading", { title: initiative.title })}</h1>
      <p className="measure mt-4">{say("initiatives:editText")}</p>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={revision} id="terms" method="post" preventScrollReset className="mt-6 flex flex-col gap-y-6">
        {/* First, so that Enter in a field sends it as a whole. */}
        <button type="submit" tabIndex={-1} aria-hidden className="hidden" />
        <input type="hidden" name="intent" value="own" />
        <input type="hidden" name="revision" value={revision} />
        <OwnFields
          values={entered ?? initiative.fields}
          problems={problems}
          lists={lists}
          chosen={again?.chosen ?? initiative.chosen}
          added={again?.added ?? null}
          isNew={false}
        />
        <p>
          <button type="submit" className="button">
            {say("initiatives:save")}
          </button>
        </p>
      </Form>
    </Workspace>
  );
}
