import { Link } from "@remix-run/react";
import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { PortfolioView } from "#app/domain/report/portfolio-view.ts";
import { rowStanding } from "#app/domain/report/row-standing.ts";
import { LastLine } from "./last-line.tsx";
import { MapNotes, PillarFigure } from "./pillar-figure.tsx";

const PillarChart = lazy(() => import("#app/components/charts/pillar-chart.tsx"));

/** Five pillars by assessments: every figure in a table, the pillars of the whole drawn beside it when there is script. */
export function PortfolioMap({ view, resultPathOf }: { view: PortfolioView; resultPathOf: Record<string, string> }) {
  const words = useWords();
  const { say, language } = words;
  const scored = view.pillars.filter((p) => p.published);
  return (
    <section aria-label={say("portfolio:map")} className="mt-8">
      <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={say("portfolio:mapTable")}>
        <table className="figures min-w-[40rem]">
          <caption className="sr-only">{say("portfolio:mapCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("portfolio:assessment")}</th>
              <th scope="col" className="figure">
                {say("portfolio:score")}
              </th>
              {view.pillars.map((p) => (
                <th key={p.id} scope="col" className="figure">
                  {p.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.slug}>
                <th scope="row" className="font-normal max-sm:max-w-44">
                  <Link to={resultPathOf[row.slug]!}>{row.title}</Link>
                  <span className="block text-sm text-quiet">{rowStanding(row, words)}</span>
                </th>
                <td className="figure font-semibold">{row.score === null ? say("portfolio:noScore") : displayScore(row.score, language)}</td>
                {row.pillars.map((pillar, i) => (
                  <td key={view.pillars[i]!.id} className="figure">
                    <PillarFigure {...pillar} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say("portfolio:together")}</th>
              <td />
              {view.pillars.map((p) => (
                <td key={p.id} className="figure font-semibold">
                  <PillarFigure score={p.published ? p.score : null} questions={p.questions} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <MapNotes
        cells={[...view.rows.flatMap((row) => row.pillars), ...view.pillars.map((p) => ({ score: p.published ? p.score : null, questions: p.questions }))]}
      />
      <LastLine pillars={view.pillars} />
      {scored.length > 0 && (
        <AfterHydration className="mt-6 h-64 max-w-[36rem]">
          {() => <PillarChart pillars={scored.map((p) => ({ id: p.id, score: p.score! }))} label={view.takeaway} />}
        </AfterHydration>
      )}
    </section>
  );
}
