import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ComparisonFields, NameField, TimeZoneField } from "#app/components/organization/profile-fields.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { TIME_ZONES } from "#app/domain/cycles/local-time.ts";
import { profileDifferences } from "#app/domain/tenancy/differences.ts";
import { type FieldProblems, readProfileChange } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeProfile } from "#app/services/tenancy/change-profile.server.ts";
import { readProfile } from "#app/services/tenancy/read-profile.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.edit");
  return {
    words: pageWords(language, "workspace", "organizations"),
    frame: workspaceFrame(access),
    profile: await readProfile(database(), access),
    zones: TIME_ZONES,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.edit");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const { values, problems } = readProfileChange(fields, words);
  if (problems) return data({ entered: { ...fields }, problems, differences: null }, { status: 422 });
  const outcome = await changeProfile(database(), access, values);
  if (outcome.kind === "changed") return redirect(`${organizationPaths.profile(access.organization.slug)}?saved=yes`, 303);
  const entered = { ...fields, revision: String(outcome.now.revision) };
  return data({ entered, problems: [] as FieldProblems, differences: profileDifferences(outcome.now, values, words) }, { status: 409 });
}

const NONE: FieldProblems = [];

export default function Profile() {
  const { say } = useWords();
  const { frame, profile, zones, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> | undefined = refused?.entered;
  const shown = entered
    ? {
        ...{ name: entered["name"] ?? "", industry: entered["industry"] ?? null, sizeBand: entered["sizeBand"] ?? null },
        ...{ region: entered["region"] ?? null, timeZone: entered["timeZone"] ?? profile.timeZone },
      }
    : profile;
  const revision = entered?.["revision"] ?? profile.revision;
  const title = { page: say("workspace:profile"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="profile" back={organizationPaths.profile(frame.slug)} />}
      {isSaved && !refused && <Done>{say("organizations:saved")}</Done>}
      <h1 className="text-3xl">{say("organizations:profileHeading", { name: frame.name })}</h1>
      <p className="measure mt-4">{say("organizations:profileText")}</p>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={revision} id="profile" method="post" className="mt-8 flex flex-col gap-y-6">
        <input type="hidden" name="revision" value={revision} />
        <NameField values={shown} problems={problems} />
        <ComparisonFields values={shown} problems={problems} />
        <TimeZoneField value={shown.timeZone} zones={zones} problems={problems} />
        <p>
          <button type="submit" className="button">
            {say("organizations:save")}
          </button>
        </p>
      </Form>
    </Workspace>
  );
}
