import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { displayAmount, displayDate, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listScenarios } from "#app/services/scenarios/list-scenarios.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { removeScenario } from "#app/services/scenarios/remove-scenario.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  return {
    words: pageWords(language, "workspace", "scenarios", "board"),
    frame: workspaceFrame(access),
    mayEdit: access.organization.eraseAfter === null && can(access.actor, "roadmap.edit"),
    ...(await listScenarios(database(), access)),
  };
}

/** Removes the one that is named. */
export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { remove = "", ...others } = await readFields(request, wordsIn(language));
  if (Object.keys(others).length > 0) throw new Response("Bad request", { status: 400 });
  const found = await readScenario(database(), access, remove);
  const outcome = found ? await removeScenario(database(), access, remove, new Date()) : "gone";
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  return data({ removed: found?.name ?? null });
}

export default function Scenarios() {
  const { say, language } = useWords();
  const { frame, mayEdit, scenarios, adoptions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { name, slug } = frame;
  const comparable = scenarios.filter(({ figures, state }) => figures !== null && state !== "impossible");
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("scenarios:title"), name })}</title>
      {answer?.removed && <Done>{say("scenarios:removed", { name: answer.removed })}</Done>}
      <h1 className="max-w-[34ch] text-3xl">
        {scenarios.length === 0 ? say("scenarios:none", { name }) : say("scenarios:heading", { count: scenarios.length, name })}
      </h1>
      <RoadmapViews slug={slug} current="scenarios" />
      <p className="measure mt-4">{say(scenarios.length === 0 ? "scenarios:noneText" : "scenarios:text")}</p>
      {mayEdit && (
        <p className="mt-6">
          <Link to={organizationPaths.newScenario(slug)} className="button">
            {say("scenarios:make")}
          </Link>
        </p>
      )}
      {scenarios.length > 0 && (
        <div className="mt-8 overflow-x-auto" tabIndex={0} role="region" aria-label={say("scenarios:table")}>
          <table className="figures max-w-[60rem] min-w-[40rem]">
            <caption className="sr-only">{say("scenarios:table")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("scenarios:name")}</th>
                <th scope="col">{say("scenarios:state")}</th>
                <th scope="col" className="figure">
                  {say("scenarios:score")}
                </th>
                <th scope="col">{say("scenarios:horizon")}</th>
                <th scope="col" className="figure">
                  {say("scenarios:effort")}
                </th>
                <th scope="col">{say("scenarios:madeBy")}</th>
              </tr>
            </thead>
            <tbody>
              {scenarios.map(({ id, name: title, state, figures, firstQuarter, quarters, createdBy, createdAt }) => (
                <tr key={id}>
                  <th scope="row" className="max-w-[22rem] wrap-anywhere">
                    <Link to={organizationPaths.scenario(slug, id)} className="inline-block py-0.5">
                      {title}
                    </Link>
                    {adoptions[0]?.scenarioId === id && <span className="block font-normal text-quiet">{say("scenarios:isRoadmap")}</span>}
                  </th>
                  <td>{say(`scenarios:state_${state}`)}</td>
                  <td className="figure whitespace-nowrap">
                    {figures && say("scenarios:fromTo", { from: displayScore(figures.today, language), to: displayScore(figures.end, language) })}
                  </td>
                  <td className="whitespace-nowrap">{say("scenarios:fromTo", { from: firstQuarter, to: quarterAfter(firstQuarter, quarters - 1) })}</td>
                  <td className="figure">{figures && displayAmount(figures.weeks, language)}</td>
                  <td className="wrap-anywhere">
                    {createdBy === ""
                      ? displayDate(createdAt, language)
                      : say("scenarios:madeOn", { person: createdBy, day: displayDate(createdAt, language) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {comparable.length > 1 && (
        <section className="no-print mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("scenarios:compareTitle")}</h2>
          <Form method="get" action={organizationPaths.compareScenarios(slug)} className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3">
            {(["one", "other"] as const).map((which, i) => (
              <SelectField
                key={which}
                id={which}
                label={say(which === "one" ? "scenarios:compareOne" : "scenarios:compareOther")}
                value={comparable[i]!.id}
                options={comparable.map(({ id, name: title }) => ({ value: id, label: title }))}
              />
            ))}
            <button type="submit" className="button button-quiet">
              {say("scenarios:compare")}
            </button>
          </Form>
        </section>
      )}
      {adoptions.length > 0 && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("scenarios:history")}</h2>
          <ol className="measure mt-3 space-y-3">
            {adoptions.map(({ id, name: title, note, adoptedBy, adoptedAt }) => {
              const day = displayDate(adoptedAt, language);
              return (
                <li key={id}>
                  <p className="wrap-anywhere">
                    {adoptedBy === ""
                      ? say("scenarios:historyLineNobody", { day, name: title })
                      : say("scenarios:historyLine", { day, name: title, person: adoptedBy })}
                  </p>
                  <p className="text-quiet wrap-anywhere">{note}</p>
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </Workspace>
  );
}
