import { lazy } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";

const ProjectionChart = lazy(() => import("#app/components/charts/projection-chart.tsx"));

/** The projected score, quarter by quarter: figures first, the curve beside them when there is script. */
export function CurveSection({ curve }: { curve: PlanView["curve"] }) {
  // Several assessments together have a mean score, and no level.
  const hasLevels = curve.some((point) => point.level !== null);
  return (
    <div className="mt-8 grid grid-cols-1 items-start gap-x-12 gap-y-6 md:grid-cols-[20rem_minmax(0,1fr)]">
      <table className="figures">
        <caption className="sr-only">Projected score at the end of each quarter</caption>
        <thead>
          <tr>
            <th scope="col">End of</th>
            <th scope="col" className="figure">
              Score
            </th>
            {hasLevels && (
              <th scope="col" className="figure">
                Level
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
              <td className="figure">{displayScore(point.score)}</td>
              {hasLevels && <td className="figure">{point.level ?? ""}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <AfterHydration className="h-64 max-w-[40rem]">
        {() => <ProjectionChart points={curve} label="Projected score at the end of each quarter" />}
      </AfterHydration>
    </div>
  );
}
