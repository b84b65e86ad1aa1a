import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { FilesSection } from "#app/components/board/files-section.tsx";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { CurveSection } from "#app/components/roadmap/curve-section.tsx";
import { Rest, Waves } from "#app/components/roadmap/roadmap-body.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { PLAN_FORMATS } from "#app/domain/board/roadmap-formats.ts";
import { readScenarioAction } from "#app/domain/scenarios/scenario-action.ts";
import { displayDate, displayScore, displayShare } from "#app/domain/report/display.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeScenarioPage } from "#app/services/scenarios/change-scenario-page.server.ts";
import { latestAdoption } from "#app/services/scenarios/latest-adoption.server.ts";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";
import { scenarioView } from "#app/services/scenarios/scenario-page.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { AdoptForm } from "./adopt-form.tsx";
import { Margins } from "./margins.tsx";
import { WhyIn, WhyNot } from "./reasons.tsx";
import { ScenarioStanding } from "./scenario-standing.tsx";
import { Starts } from "./starts.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.view");
  const { id, name, state, progress, stopAsked, revision, firstQuarter } = scenario;
  const adoption = await latestAdoption(database(), access);
  return {
    words: pageWords(language, "workspace", "organizations", "scenarios", "reasons", "board", "roadmap", "roadmapFiles", "terms"),
    frame: workspaceFrame(access),
    mayEdit: access.organization.eraseAfter === null && can(access.actor, "roadmap.edit"),
    mayExport: can(access.actor, "roadmap.export"),
    ...{ id, name, state, progress, stopAsked, revision, firstQuarter },
    adoption: adoption?.scenarioId === id ? { note: adoption.note, day: adoption.adoptedAt.toISOString() } : null,
    since: adoption?.id ?? "",
    isAdoptedNow: new URL(request.url).searchParams.get("done") === "adopted",
    ...(await scenarioView(database(), scenario, wordsIn(language))),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.edit");
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const { values, problems } = readScenarioAction(fields, words);
  if (problems) return data({ problems, note: fields["note"] ?? "" }, { status: 422 });
  const outcome = await changeScenarioPage(database(), access, scenario.id, values, { language, now: new Date() });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome === "gone") throw new Response("Not found", { status: 404 });
  if (outcome === "conflict")
    return data({ problems: [{ field: "note", message: words.say("scenarios:changedMeanwhile") }], note: fields["note"] ?? "" }, { status: 409 });
  if (outcome === "overtaken")
    return data({ problems: [{ field: "note", message: words.say("scenarios:adoptOvertaken") }], note: fields["note"] ?? "" }, { status: 409 });
  const page = organizationPaths.scenario(access.organization.slug, scenario.id);
  return redirect(values.intent === "adopt" ? `${page}?done=adopted` : page, 303);
}

const NONE: FieldProblems = [];

export default function ScenarioPage() {
  const words = useWords();
  const { say, language } = words;
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { frame, id, name, state, progress, stopAsked, revision, mayEdit, mayExport, adoption, isAdoptedNow, view, problems } = shown;
  const { slug } = frame;
  const isGoingOn = state === "waiting" || state === "planning";
  const title = { page: name, name: frame.name };
  const whyIn = (initiative: string) => shown.reasons[initiative] && <WhyIn reasons={shown.reasons[initiative]} />;
  const whyNot = (initiative: string) => {
    const left = view?.notPlanned.find((each) => each.id === initiative);
    return left && shown.reasons[initiative] && <WhyNot reasons={shown.reasons[initiative]} title={left.title} lang={left.language} />;
  };
  return (
    <Workspace frame={frame}>
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      {isAdoptedNow && !refused && <Done>{say("scenarios:adopted")}</Done>}
      <p className="text-sm text-quiet wrap-anywhere">{name}</p>
      <h1 className="max-w-[30ch] text-3xl wrap-anywhere">{view?.sentence ?? (state === "impossible" ? say("scenarios:noPlan", { name }) : name)}</h1>
      <RoadmapViews slug={slug} current="scenarios" />
      {adoption && (
        <p className="measure mt-4 wrap-anywhere">{say("scenarios:isAdopted", { day: displayDate(adoption.day, language), note: adoption.note })}</p>
      )}
      <ScenarioStanding {...{ slug, id, state, progress, stopAsked, mayEdit, view }} />
      {problems.length > 0 && (
        <section className="measure mt-6">
          <ul className="list-disc space-y-2 pl-5">
            {problems.map((text) => (
              <li key={text} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
          <p className="mt-3">{say("scenarios:wayOut")}</p>
        </section>
      )}
      {shown.corrected && (
        <p className="measure mt-4">
          {say("scenarios:corrected", {
            least: displayShare(shown.corrected.least, words),
            most: displayShare(shown.corrected.most, words),
            score: displayScore(shown.corrected.end, language),
          })}
        </p>
      )}
      {view && <CurveSection curve={view.curve} />}
      {view && (
        <p className="no-print mt-4">
          <Link to={organizationPaths.scenarioViews(slug, id)} className="inline-flex min-h-11 items-center">
            {say("scenarios:otherViews")}
          </Link>
        </p>
      )}
      {mayEdit && !isGoingOn && view && (
        <AdoptForm revision={revision} since={shown.since} count={countOf(view)} note={refused?.note ?? ""} problems={refused?.problems ?? NONE} />
      )}
      {shown.starts.length > 0 && <Starts slug={slug} starts={shown.starts} underWay={shown.underWay} />}
      {view && <Waves view={view} reasonsOf={whyIn} />}
      {view && <Rest view={view} reasonsOf={whyNot} />}
      {shown.margins && <Margins margins={shown.margins} />}
      <section className="no-print mt-12 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-rule pt-6">
        {mayEdit && (
          <>
            <Link to={organizationPaths.scenarioWishes(slug, id)} className="button button-quiet">
              {say("scenarios:change")}
            </Link>
            <Link to={organizationPaths.copyOfScenario(slug, id)} className="inline-flex min-h-11 items-center">
              {say("scenarios:copy")}
            </Link>
            {!isGoingOn && (
              <Form method="post">
                <button type="submit" name="intent" value="again" className="button-plain" title={say("scenarios:againHint")}>
                  {say("scenarios:again")}
                </button>
              </Form>
            )}
            <Form method="post" action={organizationPaths.scenarios(slug)}>
              <button type="submit" name="remove" value={id} className="button-plain">
                {say("scenarios:remove")}
              </button>
            </Form>
          </>
        )}
        {mayExport && view && (
          <a href={organizationPaths.scenarioInputs(slug, id)} download className="inline-flex min-h-11 items-center">
            {say("scenarios:inputs")}
          </a>
        )}
      </section>
      {mayExport && view && !isGoingOn && !frame.isSynthetic && (
        <FilesSection text={say("roadmapFiles:planText")} formats={PLAN_FORMATS} to={(format) => organizationPaths.scenarioFile(slug, id, format)} />
      )}
    </Workspace>
  );
}

function countOf({ waves }: { waves: { items: unknown[] }[] }): number {
  return waves.reduce((sum, { items }) => sum + items.length, 0);
}
