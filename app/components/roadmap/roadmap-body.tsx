import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayShare } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";
import { CapacityForm } from "./capacity-form.tsx";
import { CurveSection } from "./curve-section.tsx";
import { InitiativesNote } from "./initiatives-note.tsx";
import { PlanStanding } from "./plan-standing.tsx";
import { PlannedInitiative } from "./planned-initiative.tsx";
import type { RoadmapPage } from "./roadmap-page.ts";
import { useCapacityForm } from "./use-capacity-form.ts";

/** A roadmap: what can be reached, with what, in which order, and what would admit the rest. `title` is that of the document. */
export function RoadmapBody({ page, title, action }: { page: RoadmapPage; title: string; action: string }) {
  const { say, language } = useWords();
  const form = useCapacityForm(page);
  const { view } = page;
  return (
    <>
      {/* Not by `meta`, which does not know what the form found in the browser. */}
      <title lang={language}>{`${form.problems.length > 0 ? say("roadmap:errorTitle", { title }) : title} · Pinhigh`}</title>
      <h1 className="max-w-[28ch] text-3xl">{view?.sentence ?? say(page.impossible ? "roadmap:noRoadmap" : "roadmap:yourRoadmap")}</h1>
      {page.impossible && <p className="measure mt-4">{page.impossible}</p>}
      {view && <PlanStanding view={view} page={page} />}
      {view && <CurveSection curve={view.curve} />}
      {!page.impossible && <CapacityForm page={page} action={action} form={form} />}
      {view && <Waves view={view} />}
      {view && <Rest view={view} />}
    </>
  );
}

/** What else there is to say of an initiative, by its id. */
type Reasoned = { view: PlanView; reasonsOf?: (id: string) => ReactNode };

export function Waves({ view, reasonsOf }: Reasoned) {
  const { say } = useWords();
  return view.waves.map((wave, i) => (
    <section key={wave.id} className="mt-12 border-t border-rule pt-8">
      {i === 0 && <InitiativesNote shown={[...view.waves.flatMap((one) => one.items), ...view.notPlanned]} />}
      <h2 className="text-2xl">
        {say(`roadmap:${wave.id}Wave`)}
        <span className="ml-3 font-sans text-base font-normal text-quiet">{say(`roadmap:${wave.id}Starts`)}</span>
      </h2>
      {wave.items.length === 0 ? (
        <p className="mt-3 text-quiet">{say("roadmap:nothingStarts")}</p>
      ) : (
        <ul className="mt-4">
          {wave.items.map((item) => (
            <PlannedInitiative key={item.id} item={item} reasons={reasonsOf?.(item.id)} />
          ))}
        </ul>
      )}
    </section>
  ));
}

export function Rest({ view, reasonsOf }: Reasoned) {
  const words = useWords();
  const { say, language } = words;
  return (
    <>
      <section className="mt-12 border-t border-rule pt-8">
        <h2 className="text-2xl">{say("roadmap:notInPlan")}</h2>
        {view.notPlanned.length === 0 ? (
          <p className="mt-3">{say("roadmap:allInPlan")}</p>
        ) : (
          <dl className="mt-4 max-w-[56rem]">
            {view.notPlanned.map((entry) => (
              <div key={entry.id} className="grid gap-x-8 border-t border-rule py-3 sm:grid-cols-2">
                <dt className="font-semibold" lang={entry.language}>
                  {entry.title}
                </dt>
                <dd>
                  {entry.admittedBy}
                  {reasonsOf?.(entry.id)}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {view.findOut.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">{say("roadmap:findOut")}</h2>
          <p className="measure mt-2 text-quiet">{say("roadmap:findOutText")}</p>
          <ul className="measure mt-3 list-disc space-y-2 pl-5">
            {view.findOut.map((entry) => (
              <li key={entry.id}>
                {entry.question}{" "}
                <span className="text-quiet">
                  {entry.where && `${entry.where} `}
                  {say("roadmap:waitsForAnswer", { count: entry.count })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-12 border-t border-rule pt-8">
        <h2 className="text-2xl">{say("roadmap:takes")}</h2>
        <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("roadmap:takesRegion")}>
          <table className="figures min-w-[32rem]">
            <caption className="sr-only">{say("roadmap:takesTable")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("roadmap:pool")}</th>
                {view.curve.slice(1).map(({ name }) => (
                  <th key={name} scope="col" className="figure">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.pools.map((pool) => (
                <tr key={pool.id}>
                  <th scope="row" className="font-normal">
                    {say(`terms:${pool.id}`)}
                  </th>
                  {pool.quarters.map((q, i) => (
                    <td key={i} className="figure">
                      {say("roadmap:usedOf", { used: displayAmount(q.used, language), capacity: displayAmount(q.capacity, language) })}
                      <span className="block text-xs text-quiet">{q.capacity > 0 ? displayShare(q.used / q.capacity, words) : ""}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
