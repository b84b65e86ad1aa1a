import { Link, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { loader } from "./route.tsx";

/** The initiatives on the roadmap that name this KPI, as a table: what is marked on the chart, and what has no day to mark. */
export function KpiInitiatives() {
  const { say, language } = useWords();
  const { frame, initiatives } = useLoaderData<typeof loader>();
  if (initiatives.length === 0) return null;
  const day = (on: string | null, other: string | null) => (on === null ? (other ?? say("kpis:noDay")) : displayDate(on, language));
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("kpis:initiatives")}</h2>
      <p className="measure mt-2 text-quiet">{say("kpis:initiativesText")}</p>
      <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("kpis:initiatives")}>
        <table className="figures min-w-[34rem]">
          <caption className="sr-only">{say("kpis:initiatives")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("kpis:initiative")}</th>
              <th scope="col">{say("kpis:initiativeState")}</th>
              <th scope="col">{say("kpis:initiativeStart")}</th>
              <th scope="col">{say("kpis:initiativeEnd")}</th>
            </tr>
          </thead>
          <tbody>
            {initiatives.map(({ id, title, state, startQuarter, startedOn, endedOn }) => (
              <tr key={id}>
                <th scope="row" className="words font-normal">
                  <Link to={organizationPaths.initiative(frame.slug, id)} className="inline-block py-1">
                    {title}
                  </Link>
                </th>
                <td className="whitespace-nowrap">{say(`board:state_${state}`)}</td>
                <td className="whitespace-nowrap">{day(state === "planned" ? null : startedOn, startQuarter)}</td>
                <td className="whitespace-nowrap">{day(endedOn, null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
