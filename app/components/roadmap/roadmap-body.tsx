import type { PlanView } from "#app/domain/report/plan-view.ts";
import { displayAmount, displayShare } from "#app/domain/report/display.ts";
import { CapacityForm } from "./capacity-form.tsx";
import { CurveSection } from "./curve-section.tsx";
import { PlanStanding } from "./plan-standing.tsx";
import { PlannedInitiative } from "./planned-initiative.tsx";
import type { RoadmapPage } from "./roadmap-page.ts";

/** A roadmap: what can be reached, with what, in which order, and what would admit the rest. */
export function RoadmapBody({ page, action }: { page: RoadmapPage; action: string }) {
  const { view } = page;
  return (
    <>
      <h1 className="max-w-[28ch] text-3xl">{view?.sentence ?? (page.impossible ? "There is no roadmap yet" : "Your roadmap")}</h1>
      {page.impossible && <p className="measure mt-4">{page.impossible}</p>}
      {view && <PlanStanding view={view} hash={page.hash} finished={page.finished} />}
      {view && <CurveSection curve={view.curve} />}
      {!page.impossible && <CapacityForm page={page} action={action} />}
      {view && <Waves view={view} />}
      {view && <Rest view={view} />}
    </>
  );
}

function Waves({ view }: { view: PlanView }) {
  return view.waves.map((wave) => (
    <section key={wave.id} className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">
        {wave.title}
        <span className="ml-3 font-sans text-base font-normal text-quiet">
          {wave.id === "now" ? "starts in the first quarter" : wave.id === "next" ? "starts in the second" : "starts after that"}
        </span>
      </h2>
      {wave.items.length === 0 ? (
        <p className="mt-3 text-quiet">Nothing starts here with the weeks above.</p>
      ) : (
        <ul className="mt-4">
          {wave.items.map((item) => (
            <PlannedInitiative key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  ));
}

function Rest({ view }: { view: PlanView }) {
  return (
    <>
      <section className="mt-12 border-t border-rule pt-8">
        <h2 className="text-2xl">Not in the plan, and what would admit it</h2>
        {view.notPlanned.length === 0 ? (
          <p className="mt-3">Everything that would raise one of your answers is in the plan.</p>
        ) : (
          <dl className="mt-4 max-w-[56rem]">
            {view.notPlanned.map((entry) => (
              <div key={entry.id} className="grid gap-x-8 border-t border-rule py-3 sm:grid-cols-2">
                <dt className="font-semibold">{entry.title}</dt>
                <dd>{entry.admittedBy}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {view.findOut.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">Find out first</h2>
          <p className="measure mt-2 text-quiet">From an unknown start nobody can say what an initiative gains, so none is planned for these.</p>
          <ul className="measure mt-3 list-disc space-y-2 pl-5">
            {view.findOut.map((entry) => (
              <li key={entry.question}>
                {entry.question}{" "}
                <span className="text-quiet">{entry.count === 1 ? "One initiative waits" : `${entry.count} initiatives wait`} for the answer.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-12 border-t border-rule pt-8">
        <h2 className="text-2xl">What the plan takes from each pool</h2>
        <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label="Person-weeks used and available">
          <table className="figures min-w-[32rem]">
            <caption className="sr-only">Person-weeks used of those available, per pool and quarter</caption>
            <thead>
              <tr>
                <th scope="col">Pool</th>
                {view.pools[0]!.quarters.map((_, i) => (
                  <th key={i} scope="col" className="figure">
                    Q{i + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.pools.map((pool) => (
                <tr key={pool.id}>
                  <th scope="row" className="font-normal">
                    {pool.title}
                  </th>
                  {pool.quarters.map((q, i) => (
                    <td key={i} className="figure">
                      {displayAmount(q.used)} of {displayAmount(q.capacity)}
                      <span className="block text-xs text-quiet">{q.capacity > 0 ? displayShare(q.used / q.capacity) : ""}</span>
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
