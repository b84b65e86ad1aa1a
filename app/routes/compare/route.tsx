import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useLookingAgain } from "#app/components/team/team-waiting.tsx";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { leadIn } from "#app/domain/report/lead-in.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { comparePage } from "#app/services/changes/compare-page.server.ts";
import { comparedForm } from "#app/services/changes/compared-form.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeResults } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { SideBySide } from "./side-by-side.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const query = new URL(request.url).searchParams;
  const chosen = { from: query.get("from"), to: query.get("to") };
  return {
    words: pageWords(language, "workspace", "terms", "change"),
    frame: workspaceFrame(access),
    chosen,
    ...(await comparePage(database(), access, [chosen.from, chosen.to], wordsIn(language))),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const outcome = await comparedForm(database(), access, request, new Date(), wordsIn(language));
  if ("problems" in outcome) return data(outcome, { status: 422 });
  nudgeResults();
  return redirect(organizationPaths.compare(access.organization.slug, outcome.from, outcome.to), 303);
}

const NONE: never[] = [];

export default function Compare() {
  const { say } = useWords();
  const { frame, chosen, choices, comparison } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const { name, slug } = frame;
  const title = { page: say("change:compare"), name };
  const shown = problems.length === 0 ? comparison : null;
  useLookingAgain(shown !== null && shown.isAsked && shown.changed === null);
  const options = [{ value: "", label: say("change:chooseOne") }, ...choices.map(({ id, label }) => ({ value: id, label }))];
  const field = (id: "from" | "to", label: string) => (
    <SelectField
      id={id}
      label={label}
      value={refused?.entered[id] ?? chosen[id]}
      options={options}
      error={problems.find((problem) => problem.field === id)?.message}
    />
  );
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl">
        <UnbrokenPeriods
          text={
            choices.length < 2
              ? say("change:compareNone", { name })
              : shown
                ? say("change:compareHeading", { title: leadIn(shown.title), from: shown.from.period, to: shown.to.period })
                : say("change:compareChoose")
          }
        />
      </h1>
      {choices.length < 2 ? (
        <p className="measure mt-4">{say("change:trendsNoneText")}</p>
      ) : (
        <>
          {shown && <SideBySide slug={slug} comparison={shown} />}
          <section className="no-print mt-10 border-t border-rule pt-6">
            {shown && <h2 className="text-xl">{say("change:compareChoose")}</h2>}
            <p className="measure mt-2">{say("change:compareText")}</p>
            <Form method="post" className="mt-4 flex flex-col gap-y-6">
              {field("from", say("change:first"))}
              {field("to", say("change:second"))}
              <p>
                <button type="submit" className="button">
                  {say("change:show")}
                </button>
              </p>
            </Form>
          </section>
        </>
      )}
      <Link to={organizationPaths.trends(slug)} className="no-print mt-4 inline-flex min-h-11 items-center">
        {say("change:toTrends")}
      </Link>
    </Workspace>
  );
}
