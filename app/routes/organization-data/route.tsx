import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Choice } from "#app/components/forms/choice.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { readRetentionForm, RETENTION_DAYS } from "#app/domain/tenancy/retention-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeRetention, readRetention } from "#app/services/tenancy/change-retention.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

const countSchema = z.coerce.number().int().min(0).max(1_000_000).catch(0);

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.export");
  const asked = new URL(request.url).searchParams;
  return {
    words: pageWords(language, "workspace", "privacy"),
    frame: workspaceFrame(access),
    retentionDays: await readRetention(database(), access),
    isSaved: asked.has("saved"),
    isImported: asked.has("imported"),
    linksLeftOut: countSchema.parse(asked.get("left")),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.retain");
  const words = wordsIn(language);
  const retentionDays = readRetentionForm(await readFields(request, words));
  if (retentionDays === undefined) return data({ problems: [{ field: "retention", message: words.say("privacy:chooseRetention") }] }, { status: 422 });
  if ((await changeRetention(database(), access, retentionDays)) === "not-allowed") throw new Response("Forbidden", { status: 403 });
  return redirect(`${organizationPaths.organizationData(access.organization.slug)}?saved=yes`, 303);
}

const NONE: { field: string; message: string }[] = [];

export default function OrganizationData() {
  const { say } = useWords();
  const { frame, isImported, linksLeftOut, isSaved } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  const { name, slug } = frame;
  const title = { page: say("workspace:data"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {isImported && problems.length === 0 && (
        <>
          <Done>{say("privacy:imported", { name })}</Done>
          <p className="measure">{say("privacy:importedPeople")}</p>
          <p className="measure mt-2">{say("privacy:importedLinks")}</p>
          {linksLeftOut > 0 && <p className="measure mt-2">{say("privacy:importedWithoutLinks", { count: linksLeftOut })}</p>}
          <p className="mt-2 mb-8">
            <Link to={organizationPaths.invitations(slug)}>{say("privacy:toInvitations")}</Link>
          </p>
        </>
      )}
      {isSaved && problems.length === 0 && <Done>{say("privacy:retentionSaved")}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say("privacy:dataHeading", { name })}</h1>
      <p className="measure mt-4">{say("privacy:dataText", { name })}</p>
      <h2 className="mt-10 border-t border-rule pt-6 text-xl">{say("privacy:exportHeading")}</h2>
      <p className="measure mt-2">{say("privacy:exportText")}</p>
      <p className="measure mt-2">{say("privacy:exportTold")}</p>
      <p className="mt-4">
        <a href={organizationPaths.organizationFile(slug)} download className="button">
          {say("privacy:exportFile")}
        </a>
      </p>
      <h2 className="mt-10 border-t border-rule pt-6 text-xl">{say("privacy:retentionHeading")}</h2>
      <p className="measure mt-2">{say("privacy:retentionText")}</p>
      {!frame.eraseAfter && <RetentionForm problem={problems[0]?.message} />}
      <h2 className="mt-10 border-t border-rule pt-6 text-xl">{say("privacy:deletionHeading")}</h2>
      <p className="measure mt-2">{say("privacy:deletionText")}</p>
      <p className="mt-2">
        <Link to={organizationPaths.deletion(slug)}>{say("privacy:deletionLink", { name })}</Link>
      </p>
    </Workspace>
  );
}

function RetentionForm({ problem }: { problem: string | undefined }) {
  const { say } = useWords();
  const { retentionDays } = useLoaderData<typeof loader>();
  const choices = [{ value: "always", label: say("privacy:retentionAlways"), isChosen: retentionDays === null }].concat(
    RETENTION_DAYS.map((days) => ({ value: String(days), label: say(`privacy:retention_${days}`), isChosen: retentionDays === days })),
  );
  return (
    <Form method="post" className="mt-4">
      <fieldset id="retention" tabIndex={-1} aria-describedby={problem ? "retention-note retention-error" : "retention-note"}>
        <legend className="font-semibold">{say("privacy:retentionLegend")}</legend>
        <p id="retention-note" className="text-sm text-quiet">
          {say("privacy:retentionNote")}
        </p>
        {problem && (
          <p id="retention-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
            {say("frame:error", { message: problem })}
          </p>
        )}
        {choices.map(({ value, label, isChosen }) => (
          <Choice key={value} id={`retention-${value}`} type="radio" name="retention" value={value} label={label} checked={isChosen} />
        ))}
      </fieldset>
      <button type="submit" className="button mt-4">
        {say("privacy:saveRetention")}
      </button>
    </Form>
  );
}
