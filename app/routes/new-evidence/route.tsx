import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { EvidenceFields } from "#app/components/evidence/evidence-fields.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { addByForm } from "#app/services/evidence/evidence-form.server.ts";
import { questionGroups } from "#app/services/evidence/question-texts.server.ts";
import { listOwners } from "#app/services/evidence/read-evidence.server.ts";
import { scanner } from "#app/services/evidence/scanner-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.edit");
  const search = new URL(request.url).searchParams;
  const slug = search.get("assessment") ?? "";
  const groups = questionGroups(slug, language);
  return {
    words: pageWords(language, "workspace", "evidence", "organizations"),
    frame: workspaceFrame(access),
    choices: groups ? null : assessmentChoices(language).map(({ slug: value, title }) => ({ value, label: title })),
    chosen: groups && { slug, title: assessmentTitle(slug, language), groups, item: search.get("item") ?? "", owners: await listOwners(database(), access) },
    memberId: access.memberId ?? "",
    once: randomUUID(),
    isDone: search.get("done") === "added",
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.edit");
  const slug = new URL(request.url).searchParams.get("assessment") ?? "";
  const outcome = await addByForm(database(), access, slug, request, { scan: scanner(), words: wordsIn(language), now: new Date() });
  if (outcome.refused) return data(outcome.refused, { status: outcome.refused.status });
  // Whoever only runs assessments may not look at the register.
  return redirect(can(access.actor, "evidence.view") ? outcome.next : `${organizationPaths.newEvidence(access.organization.slug)}?done=added`, 303);
}

const NONE: FieldProblems = [];

export default function NewEvidence() {
  const { say } = useWords();
  const { frame, choices, chosen, memberId, once, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> = refused?.entered ?? {};
  const { slug, name } = frame;
  const title = { page: say("evidence:newPage"), name };
  const isOwner = chosen?.owners.some(({ id }) => id === memberId);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {isDone && !refused && <Done>{say("evidence:added")}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say("evidence:newHeading")}</h1>
      {choices && (
        <Form method="get" className="mt-8 flex flex-col gap-y-6">
          <SelectField id="assessment" label={say("evidence:chooseAssessment")} value={null} options={choices} />
          <p>
            <button type="submit" className="button">
              {say("evidence:goOn")}
            </button>
          </p>
        </Form>
      )}
      {chosen && (
        <>
          <p className="mt-4 text-quiet">{chosen.title}</p>
          <Form
            method="post"
            action={organizationPaths.newEvidenceFor(slug, chosen.slug, chosen.item)}
            encType="multipart/form-data"
            className="mt-8 flex flex-col gap-y-6"
          >
            <input type="hidden" name="once" value={entered["once"] ?? once} />
            <EvidenceFields
              groups={chosen.groups}
              owners={chosen.owners}
              values={{
                item: entered["item"] ?? chosen.item,
                title: entered["title"] ?? "",
                link: entered["link"] ?? "",
                owner: entered["owner"] ?? (isOwner ? memberId : ""),
                expires: entered["expires"] ?? "",
              }}
              problems={problems}
              keptFile={null}
            />
            <p>
              <button type="submit" className="button">
                {say("evidence:add")}
              </button>
            </p>
          </Form>
        </>
      )}
    </Workspace>
  );
}
