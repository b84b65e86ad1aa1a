import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { localOf } from "#app/domain/cycles/local-time.ts";
import { MOST_ADDRESSES } from "#app/domain/cycles/opening-form.ts";
import { openPeriods } from "#app/domain/cycles/period.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFormEntries } from "#app/services/api/read-form-entries.server.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { openByForm } from "#app/services/cycles/open-by-form.server.ts";
import { readTimeZone } from "#app/services/cycles/read-time-zone.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { nudgeCycles, nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { OpeningForm } from "./opening-form.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.run");
  const now = new Date();
  const timeZone = await readTimeZone(database(), access);
  return {
    words: pageWords(language, "workspace", "people", "cycles"),
    frame: workspaceFrame(access),
    assessments: assessmentChoices(language),
    periods: openPeriods(now),
    chosen: new URL(request.url).searchParams.get("assessment"),
    timeZone,
    clock: localOf(now, timeZone),
    mostAddresses: MOST_ADDRESSES,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.run");
  const words = wordsIn(language);
  const entries = await readFormEntries(request, words);
  const outcome = await openByForm(database(), access, entries, { language, now: new Date(), secret: installationSecret() }, words);
  if (outcome.problems) return data({ problems: outcome.problems, entries: entries.map(([name, value]) => ({ name, value })) }, { status: 422 });
  nudgeCycles();
  nudgeMail();
  return redirect(`${organizationPaths.cycle(access.organization.slug, outcome.id)}?done=${outcome.done}`, 303);
}

const NONE: never[] = [];

export default function NewCycle() {
  const { say } = useWords();
  const { frame, chosen, ...choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const title = { page: say("cycles:openHeading"), name: frame.name };
  const entries = refused?.entries ?? (chosen === null ? NONE : [{ name: "assessment", value: chosen }]);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl">{say("cycles:newHeading")}</h1>
      <p className="measure mt-4">{say("cycles:newText")}</p>
      <OpeningForm {...choices} slug={frame.slug} entries={entries} problems={problems} />
    </Workspace>
  );
}
