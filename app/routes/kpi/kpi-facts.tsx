import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading, periodInWords, standingInWords } from "#app/domain/kpis/kpi-in-words.ts";
import { kpiValue } from "#app/domain/kpis/kpi-value.ts";
import { targetStanding } from "#app/domain/kpis/target-standing.ts";
import { displayDate, displayShare } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { loader } from "./route.tsx";

/** Where a KPI stands, what it is, when it is read next and by whom. */
export function KpiFacts() {
  const words = useWords();
  const { say, language } = words;
  const { frame, kpi, ownerName, charted, next, mayEdit } = useLoaderData<typeof loader>();
  const latest = charted.at(-1);
  const figure = (value: number) => displayReading(value, kpi.unit, words);
  return (
    <>
      {latest && (
        <p className="measure mt-4">
          {say("kpis:latestText", {
            day: displayDate(latest.on, language),
            standing: standingInWords(targetStanding(kpi.targets, kpi.higherIsBetter, latest), words, kpi.unit),
          })}{" "}
          {kpi.anchors && say("kpis:shareText", { share: displayShare(kpiValue(kpi.anchors, latest.value), words) })}{" "}
          {kpi.baseline !== null &&
            (kpi.baselineOn === null
              ? say("kpis:sinceBaseline", { value: figure(kpi.baseline) })
              : say("kpis:sinceBaselineOn", { value: figure(kpi.baseline), day: displayDate(kpi.baselineOn, language) }))}
        </p>
      )}
      {kpi.definition && <p className="measure mt-4 whitespace-pre-line wrap-anywhere text-quiet">{kpi.definition}</p>}
      <p className="measure mt-4">
        {next && (
          <span className={next.isDue ? "font-semibold" : ""}>
            {say(next.isDue ? "kpis:dueText" : "kpis:nextText", { period: periodInWords(next.period, words), day: displayDate(next.dueOn, language) })}
          </span>
        )}{" "}
        {ownerName === null ? say("kpis:keptByNobody") : say("kpis:keptBy", { person: ownerName })}
      </p>
      {mayEdit && (
        <p className="mt-2 flex flex-wrap gap-x-6">
          <Link to={organizationPaths.kpiTargets(frame.slug, kpi.id)} className="inline-flex min-h-11 items-center">
            {say("kpis:editTargets")}
          </Link>
          <Link to={organizationPaths.kpiTerms(frame.slug, kpi.id)} className="inline-flex min-h-11 items-center">
            {say("kpis:edit")}
          </Link>
        </p>
      )}
    </>
  );
}
