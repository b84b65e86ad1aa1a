import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayHundredths, displayShare, inWords } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireScenario } from "#app/services/scenarios/require-scenario.server.ts";
import { scenarioViews, type ViewedInitiative } from "#app/services/scenarios/scenario-views.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ImpactMap } from "./impact-map.tsx";
import { InitiativeCell, PlanCell } from "./initiative-cells.tsx";
import { OrderSection } from "./order-section.tsx";

const SOURCES = {
  rice: "https://www.intercom.com/blog/rice-simple-prioritization-for-product-managers/",
  wsjf: "https://framework.scaledagile.com/wsjf",
};

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const { access, scenario } = await requireScenario(request, params, "roadmap.view");
  return {
    words: pageWords(language, "workspace", "board", "views", "terms"),
    frame: workspaceFrame(access),
    ...{ id: scenario.id, name: scenario.name },
    views: await scenarioViews(database(), scenario, wordsIn(language)),
  };
}

export default function ScenarioViewsPage() {
  const words = useWords();
  const { say, language } = words;
  const { frame, id, name, views } = useLoaderData<typeof loader>();
  const { slug } = frame;
  const amount = (value: number) => displayAmount(value, language);
  const figure = (value: number) => displayHundredths(value, language);
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("views:pageTitle", { scenario: name }), name: frame.name })}</title>
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{say(views ? "views:heading" : "views:none", { scenario: name })}</h1>
      <RoadmapViews slug={slug} current="scenarios" />
      <p className="no-print mt-4">
        <Link to={organizationPaths.scenario(slug, id)} className="inline-flex min-h-11 items-center">
          {say("views:back")}
        </Link>
      </p>
      {views && (
        <>
          <p className="measure mt-2">{say("views:text")}</p>
          <section className="mt-10 border-t border-rule pt-8">
            <h2 className="text-2xl">{say("views:map")}</h2>
            <p className="measure mt-2 text-quiet">{say("views:mapText")}</p>
            <ImpactMap initiatives={views.initiatives} />
            <MapTable initiatives={views.initiatives} />
            <p className="measure mt-2 text-sm text-quiet">{say("views:besideText")}</p>
          </section>
          <section className="mt-12 border-t border-rule pt-8">
            <h2 className="text-2xl">{say("views:whyOther")}</h2>
            <ul className="measure mt-3 list-disc space-y-1 pl-5">
              {(["whyOverlap", "whyCapacity", "whyPrerequisite", "whyChance"] as const).map((key) => (
                <li key={key}>{say(`views:${key}`)}</li>
              ))}
            </ul>
          </section>
          <OrderSection
            title={say("views:rice")}
            short={say("views:rice")}
            formula={say("views:riceFormula")}
            source={{ text: say("views:riceSource"), url: SOURCES.rice }}
            columns={[
              { title: say("views:reach"), text: say("views:reachText"), of: ({ rice }) => String(rice.reach) },
              { title: say("views:impact"), text: say("views:impactText"), of: ({ rice }) => figure(rice.impact) },
              { title: say("views:confidence"), text: say("views:confidenceText"), of: ({ rice }) => displayShare(rice.confidence, words) },
              { title: say("views:effort"), text: say("views:effortText"), of: ({ rice }) => amount(rice.effort) },
            ]}
            caption={say("views:riceTable")}
            order={views.rice}
            initiatives={views.initiatives}
          />
          <OrderSection
            title={say("views:wsjf")}
            short={say("views:wsjfShort")}
            formula={say("views:wsjfFormula")}
            source={{ text: say("views:wsjfSource"), url: SOURCES.wsjf }}
            note={say("views:wsjfNote")}
            columns={[
              { title: say("views:value"), text: say("views:valueText"), of: ({ wsjf }) => figure(wsjf.value) },
              {
                title: say("views:timeCriticality"),
                text: say("views:timeCriticalityText", { discount: displayShare(views.discount, words) }),
                of: ({ wsjf }) => figure(wsjf.timeCriticality),
              },
              { title: say("views:opens"), text: say("views:opensText"), of: ({ wsjf }) => figure(wsjf.enables) },
              { title: say("views:jobSize"), text: say("views:jobSizeText"), of: ({ wsjf }) => amount(wsjf.jobSize) },
            ]}
            caption={say("views:wsjfTable")}
            order={views.wsjf}
            initiatives={views.initiatives}
          />
        </>
      )}
    </Workspace>
  );
}

/** Every figure of the map. */
function MapTable({ initiatives }: { initiatives: ViewedInitiative[] }) {
  const { say, language } = useWords();
  const figure = (value: number) => displayHundredths(value, language);
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={say("views:mapTable")}>
      <table className="figures min-w-[44rem]">
        <caption className="sr-only">{say("views:mapTable")}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say("views:number")}
            </th>
            <th scope="col">{say("views:initiative")}</th>
            {(["weeks", "alone", "beside"] as const).map((key) => (
              <th key={key} scope="col" className="figure">
                {say(`views:${key}`)}
              </th>
            ))}
            <th scope="col">{say("views:shares")}</th>
            <th scope="col">{say("views:inThePlan")}</th>
          </tr>
        </thead>
        <tbody>
          {initiatives.map((its) => (
            <tr key={its.initiative}>
              <td className="figure">{its.number}</td>
              <InitiativeCell its={its} />
              <td className="figure">{displayAmount(its.personWeeks, language)}</td>
              <td className="figure">{figure(its.alone)}</td>
              <td className="figure">{figure(its.besidePlan)}</td>
              <td className={its.sharedWith.length === 0 ? "text-quiet" : ""}>
                {its.sharedWith.length === 0 ? say("views:sharesNothing") : inWords(its.sharedWith.map(String), language)}
              </td>
              <PlanCell its={its} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
