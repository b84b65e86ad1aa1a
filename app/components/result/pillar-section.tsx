import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import { pillarTakeaway } from "#app/domain/report/pillar-takeaway.ts";
import type { ResultView } from "#app/domain/report/result-view.ts";

const PillarChart = lazy(() => import("#app/components/charts/pillar-chart.tsx"));

/** The five pillars: a table of figures first, the chart drawn over it when there is script. */
export function PillarSection({ view }: { view: ResultView }) {
  const words = useWords();
  const { say, language } = words;
  const scored = view.pillars.filter((p) => p.published);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{pillarTakeaway(scored, words)}</h2>
      <p className="measure mt-2 text-quiet">{say("result:pillarsText")}</p>
      <div className="mt-4 grid grid-cols-1 items-start gap-x-12 gap-y-6 md:grid-cols-2">
        <table className="figures">
          <caption className="sr-only">{say("result:pillarsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("result:pillar")}</th>
              <th scope="col" className="figure">
                {say("result:score")}
              </th>
              <th scope="col" className="figure">
                {say("result:answered")}
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
                <td className="figure">{p.published ? displayScore(p.score!, language) : say("terms:noScore")}</td>
                <td className="figure">{p.coverage === null ? say("terms:none") : displayShare(p.coverage, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {scored.length > 0 && (
          <AfterHydration className="h-64">
            {() => <PillarChart pillars={scored.map((p) => ({ id: p.id, score: p.score! }))} label={pillarTakeaway(scored, words)} />}
          </AfterHydration>
        )}
      </div>
      <PillarTrace view={view} />
    </section>
  );
}

/** Which answers make each pillar: the same formula as for a part, over the questions that name the pillar. */
function PillarTrace({ view }: { view: ResultView }) {
  const { say, language } = useWords();
  const lines = view.trace.flatMap((part) => part.lines);
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("result:howFiguresMade")}</summary>
      <p className="measure text-sm text-quiet">{say("result:pillarFormula")}</p>
      {view.pillars.map((pillar) => (
        <div key={pillar.id} className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("result:answersBehind", { pillar: pillar.title })}>
          <table className="figures max-w-[52rem] min-w-[30rem]">
            <thead>
              <tr>
                <th scope="col">{pillar.title}</th>
                <th scope="col" className="figure">
                  {say("result:value")}
                </th>
                <th scope="col" className="figure">
                  {say("result:weight")}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines
                .filter((line) => line.pillars.some((id) => id === pillar.id))
                .map((line) => (
                  <tr key={line.item}>
                    <td>{line.question}</td>
                    <td className="figure">{line.x === null ? say("result:notCounted") : displayAmount(line.x, language)}</td>
                    <td className="figure">{displayAmount(line.weight, language)}</td>
                  </tr>
                ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{pillar.published ? say("result:score") : pillar.why}</th>
                <td className="figure font-semibold">{pillar.published ? displayScore(pillar.score!, language) : ""}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      ))}
    </details>
  );
}
