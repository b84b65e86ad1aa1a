import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import { pillarTakeaway } from "#app/domain/report/pillar-takeaway.ts";
import type { ResultView } from "#app/domain/report/result-view.ts";

const PillarChart = lazy(() => import("#app/components/charts/pillar-chart.tsx"));

/** The five pillars: a table of figures first, the chart drawn over it when there is script. */
export function PillarSection({ view }: { view: ResultView }) {
  const scored = view.pillars.filter((p) => p.published);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{pillarTakeaway(scored)}</h2>
      <p className="measure mt-2 text-quiet">The same answers, read by what would have to change: people, process, content, technology and KPIs.</p>
      <div className="mt-4 grid grid-cols-1 items-start gap-x-12 gap-y-6 md:grid-cols-2">
        <table className="figures">
          <caption className="sr-only">Score and coverage of each pillar</caption>
          <thead>
            <tr>
              <th scope="col">Pillar</th>
              <th scope="col" className="figure">
                Score
              </th>
              <th scope="col" className="figure">
                Answered
              </th>
            </tr>
          </thead>
          <tbody>
            {view.pillars.map((p) => (
              <tr key={p.id}>
                <th scope="row" className="font-normal">
                  {p.title}
                  {p.why && <span className="block text-sm text-quiet">{p.why}</span>}
                </th>
                <td className="figure">{p.published ? displayScore(p.score!) : "no score"}</td>
                <td className="figure">{p.coverage === null ? "none" : displayShare(p.coverage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {scored.length > 0 && (
          <AfterHydration className="h-64">
            {() => <PillarChart pillars={scored.map((p) => ({ id: p.id, title: p.title, score: p.score! }))} label={pillarTakeaway(scored)} />}
          </AfterHydration>
        )}
      </div>
      <PillarTrace view={view} />
    </section>
  );
}

/** Which answers make each pillar: the same formula as for a part, over the questions that name the pillar. */
function PillarTrace({ view }: { view: ResultView }) {
  const lines = view.trace.flatMap((part) => part.lines);
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">How these figures were made</summary>
      <p className="measure text-sm text-quiet">
        100 × the sum of weight × value over the questions that name the pillar, divided by the weight of those answered. A question may name two.
      </p>
      {view.pillars.map((pillar) => (
        <div key={pillar.id} className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={`Answers behind ${pillar.title}`}>
          <table className="figures max-w-[52rem] min-w-[30rem]">
            <thead>
              <tr>
                <th scope="col">{pillar.title}</th>
                <th scope="col" className="figure">
                  Value
                </th>
                <th scope="col" className="figure">
                  Weight
                </th>
              </tr>
            </thead>
            <tbody>
              {lines
                .filter((line) => line.pillars.some((id) => id === pillar.id))
                .map((line) => (
                  <tr key={line.item}>
                    <td>{line.question}</td>
                    <td className="figure">{line.x === null ? "not counted" : displayAmount(line.x)}</td>
                    <td className="figure">{displayAmount(line.weight)}</td>
                  </tr>
                ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{pillar.published ? "Score" : pillar.why}</th>
                <td className="figure font-semibold">{pillar.published ? displayScore(pillar.score!) : ""}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      ))}
    </details>
  );
}
