import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";

const ProjectionChart = lazy(() => import("#app/components/charts/projection-chart.tsx"));

/** The projected score, quarter by quarter: figures first, the curve beside them when there is script. */
export function CurveSection({ curve }: { curve: PlanView["curve"] }) {
  const { say, language } = useWords();
  // Several assessments together have a mean score, and no level.
  const hasLevels = curve.some((point) => point.level !== null);
  return (
    <div className="mt-8 grid grid-cols-1 items-start gap-x-12 gap-y-6 md:grid-cols-[20rem_minmax(0,1fr)]">
      <table className="figures">
        <caption className="sr-only">{say("roadmap:curve")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("roadmap:endOf")}</th>
            <th scope="col" className="figure">
              {say("roadmap:score")}
            </th>
            {hasLevels && (
              <th scope="col" className="figure">
                {say("roadmap:level")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {curve.map((point) => (
            <tr key={point.name}>
              <th scope="row" className="font-normal">
                {point.name}
              </th>
              <td className="figure">{displayScore(point.score, language)}</td>
              {hasLevels && <td className="figure">{point.level ?? ""}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <AfterHydration className="h-64 max-w-[40rem]">
        {() => <ProjectionChart points={curve} label={say("roadmap:curveChart")} language={language} />}
      </AfterHydration>
    </div>
  );
}
