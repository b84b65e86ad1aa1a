import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { compareScenarios } from "#app/services/scenarios/compare-scenarios.server.ts";
import { listScenarios } from "#app/services/scenarios/list-scenarios.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ComparedFigure } from "./compared-figure.tsx";
import { ComparedTable } from "./compared-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  const query = new URL(request.url).searchParams;
  const one = await readScenario(database(), access, query.get("one") ?? "");
  const other = await readScenario(database(), access, query.get("other") ?? "");
  const { scenarios } = await listScenarios(database(), access);
  return {
    words: pageWords(language, "workspace", "scenarios", "board", "roadmap", "terms"),
    frame: workspaceFrame(access),
    choices: scenarios.filter(({ figures, state }) => figures !== null && state !== "impossible").map(({ id, name }) => ({ id, name })),
    compared: one && other ? await compareScenarios(database(), [one, other], wordsIn(language)) : null,
  };
}

export default function CompareScenarios() {
  const { say, language } = useWords();
  const { frame, choices, compared } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const [one, other] = compared?.scenarios ?? [];
  const isTooFew = choices.length < 2;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("scenarios:compareTitle"), name })}</title>
      <h1 className="max-w-[30ch] text-3xl wrap-anywhere">
        {one && other
          ? say("scenarios:compareHeading", { one: one.name, other: other.name })
          : say(isTooFew ? "scenarios:compareTooFew" : "scenarios:compareNone")}
      </h1>
      <RoadmapViews slug={slug} current="scenarios" />
      {isTooFew ? (
        <>
          <p className="measure mt-4">{say("scenarios:compareTooFewText")}</p>
          <p className="mt-4">
            <Link to={organizationPaths.scenarios(slug)} className="inline-flex min-h-11 items-center">
              {say("scenarios:toScenarios")}
            </Link>
          </p>
        </>
      ) : (
        <Form method="get" className="no-print mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          {(["one", "other"] as const).map((which, i) => (
            <SelectField
              key={`${which} ${one?.id} ${other?.id}`}
              id={which}
              label={say(which === "one" ? "scenarios:compareOne" : "scenarios:compareOther")}
              value={(which === "one" ? one?.id : other?.id) ?? choices[i]?.id ?? null}
              options={choices.map(({ id, name: title }) => ({ value: id, label: title }))}
            />
          ))}
          <button type="submit" className="button button-quiet">
            {say("scenarios:compare")}
          </button>
        </Form>
      )}
      {one && other && compared && (
        <>
          <p className="measure mt-8 text-lg wrap-anywhere">
            {!compared.isOneScale
              ? say("scenarios:compareScales", { one: displayAmount(one.weeks, language), other: displayAmount(other.weeks, language) })
              : Math.abs(one.end - other.end) < 0.05
                ? say("scenarios:compareSame", {
                    score: displayScore(one.end, language),
                    one: displayAmount(one.weeks, language),
                    other: displayAmount(other.weeks, language),
                  })
                : sentence(one.end > other.end ? [one, other] : [other, one])}
          </p>
          {/* Two scales have no axis in common. */}
          {compared.isOneScale && <ComparedFigure one={one} other={other} />}
          <ComparedTable one={one} other={other} />
          <Initiatives one={one.name} other={other.name} initiatives={compared.initiatives} />
          <p className="mt-8 flex flex-wrap gap-x-6">
            {[one, other].map(({ id, name: title }) => (
              <Link key={id} to={organizationPaths.scenario(slug, id)} className="inline-flex min-h-11 items-center wrap-anywhere">
                {title}
              </Link>
            ))}
          </p>
        </>
      )}
    </Workspace>
  );

  function sentence([better, less]: { name: string; end: number; weeks: number }[]) {
    return say("scenarios:compareSentence", {
      better: better!.name,
      points: displayScore(better!.end - less!.end, language),
      score: displayScore(better!.end, language),
      weeks: displayAmount(better!.weeks, language),
      fewer: displayAmount(less!.weeks, language),
    });
  }
}

type InitiativesProps = { one: string; other: string; initiatives: { id: string; title: string; one: string | null; other: string | null }[] };

/** What is in both, and what is in one of them only, with the quarters in which it starts. */
function Initiatives({ one, other, initiatives }: InitiativesProps) {
  const { say } = useWords();
  const groups = [
    { title: say("scenarios:both"), its: initiatives.filter((each) => each.one && each.other) },
    { title: say("scenarios:onlyIn", { name: one }), its: initiatives.filter((each) => each.one && !each.other) },
    { title: say("scenarios:onlyIn", { name: other }), its: initiatives.filter((each) => !each.one && each.other) },
  ];
  return (
    <div className="mt-10 grid gap-x-10 gap-y-8 border-t border-rule pt-6 md:grid-cols-3">
      {groups.map(({ title, its }) => (
        <section key={title}>
          <h2 className="text-lg wrap-anywhere">{title}</h2>
          {its.length === 0 ? (
            <p className="mt-2 text-quiet">{say("scenarios:nothing")}</p>
          ) : (
            <ul className="mt-2 space-y-2">
              {its.map((each) => (
                <li key={each.id}>
                  {each.title}
                  <span className="block text-sm text-quiet">
                    {each.one && each.other && each.one !== each.other
                      ? say("scenarios:whenDiffers", { one: each.one, other: each.other })
                      : (each.one ?? each.other)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
