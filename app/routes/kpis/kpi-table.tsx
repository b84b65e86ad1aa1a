import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading, standingInWords } from "#app/domain/kpis/kpi-in-words.ts";
import type { NextReading } from "#app/domain/kpis/reading-period.ts";
import type { TargetStanding } from "#app/domain/kpis/target-standing.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Row = {
  id: string;
  name: string;
  unit: string;
  ownerName: string | null;
  latest: { on: string; value: number } | null;
  next: NextReading | null;
  standing: TargetStanding | null;
};

/** KPIs with where each stands and when it is read next. */
export function KpiTable({ slug, kpis }: { slug: string; kpis: readonly Row[] }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("kpis:table")}>
      <table className="figures min-w-[44rem]">
        <caption className="sr-only">{say("kpis:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("kpis:name")}</th>
            <th scope="col">{say("kpis:latest")}</th>
            <th scope="col">{say("kpis:target")}</th>
            <th scope="col">{say("kpis:next")}</th>
            <th scope="col">{say("kpis:owner")}</th>
          </tr>
        </thead>
        <tbody>
          {kpis.map(({ id, name, unit, ownerName, latest, next, standing }) => (
            <tr key={id}>
              <th scope="row" className="words">
                <Link to={organizationPaths.kpi(slug, id)} className="inline-block py-0.5">
                  {name}
                </Link>
              </th>
              <td>
                {latest ? (
                  <>
                    <span className="font-semibold">{displayReading(latest.value, unit, words)}</span>
                    <span className="block text-xs whitespace-nowrap text-quiet">{displayDate(latest.on, language)}</span>
                  </>
                ) : (
                  say("kpis:noReading")
                )}
              </td>
              <td className="words">{standingInWords(standing, words, unit)}</td>
              <td className={next?.isDue ? "font-semibold" : ""}>
                {next && say(next.isDue ? "kpis:dueSince" : "kpis:dueOn", { day: displayDate(next.dueOn, language) })}
              </td>
              <td className="words">{ownerName ?? say("kpis:nobody")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
