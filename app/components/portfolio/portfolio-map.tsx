import { Link } from "@remix-run/react";
import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore, displayShare } from "#app/domain/report/display.ts";
import { pillarTakeaway } from "#app/domain/report/pillar-takeaway.ts";
import type { PortfolioRow, PortfolioView } from "#app/domain/report/portfolio-view.ts";

const PillarChart = lazy(() => import("#app/components/charts/pillar-chart.tsx"));

/** Five pillars by assessments: every figure in a table, the pillars of the whole drawn beside it when there is script. */
export function PortfolioMap({ view, resultPathOf }: { view: PortfolioView; resultPathOf: Record<string, string> }) {
  const words = useWords();
  const scored = view.pillars.filter((p) => p.published);
  return (
    <section aria-label="The map" className="mt-8">
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Scores by assessment and pillar">
        <table className="figures min-w-[40rem]">
          <caption className="sr-only">Score of each assessment, overall and by pillar</caption>
          <thead>
            <tr>
              <th scope="col">Assessment</th>
              <th scope="col" className="figure">
                Score
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
                  <span className="block text-sm text-quiet">{standing(row)}</span>
                </th>
                <td className="figure font-semibold">{row.score === null ? "no score" : displayScore(row.score)}</td>
                {row.pillars.map((score, i) => (
                  <td key={view.pillars[i]!.id} className="figure">
                    {score === null ? <span className="text-quiet">none</span> : displayScore(score)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All questions together</th>
              <td />
              {view.pillars.map((p) => (
                <td key={p.id} className="figure font-semibold">
                  {p.published ? displayScore(p.score!) : "none"}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">How the last line was made</summary>
        <p className="measure text-sm text-quiet">
          100 × the sum of weight × value over all questions that name the pillar, divided by the weight of those answered. A question that stands in several
          assessments counts once, with its latest answer. “None” stands where less than three quarters of the weight were answered.
        </p>
        <div className="mt-2 max-w-[36rem] overflow-x-auto" tabIndex={0} role="region" aria-label="Questions behind the last line">
          <table className="figures min-w-[26rem]">
            <thead>
              <tr>
                <th scope="col">Pillar</th>
                <th scope="col" className="figure">
                  Questions
                </th>
                <th scope="col" className="figure">
                  Counted elsewhere
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
                  </th>
                  <td className="figure">{p.questions}</td>
                  <td className="figure">{p.countedOnce}</td>
                  <td className="figure">{p.coverage === null ? "none" : displayShare(p.coverage)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {scored.length > 0 && (
        <AfterHydration className="mt-6 h-64 max-w-[36rem]">
          {() => <PillarChart pillars={scored.map((p) => ({ id: p.id, score: p.score! }))} label={pillarTakeaway(scored, words)} />}
        </AfterHydration>
      )}
    </section>
  );
}

/** "Level 3, In between; most likely level 3 (80 %)". */
function standing({ level, band }: PortfolioRow): string {
  if (level === null) return "Not enough answers";
  const likeliest = band?.levels[0];
  const sure = likeliest && likeliest.chance < 1 ? `; most likely level ${likeliest.level} (${displayShare(likeliest.chance)})` : "";
  return `Level ${level.number}, ${level.name}${sure}`;
}
