import { Link } from "@remix-run/react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

export type TeamRow = {
  cycleId: string;
  title: string;
  period: string;
  closedAt: string;
  people: number | null;
  isNobody: boolean;
  mean: number | null;
  level: number | null;
};

/** What teams scored, a row for each closed cycle, the latest first. */
export function TeamResultTable({ slug, rows }: { slug: string; rows: TeamRow[] }) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  const why = (people: number | null, isNobody: boolean) => {
    if (people === null) return say("results:teamPending");
    if (isNobody) return say("results:teamNobody");
    return say(people < SMALLEST_GROUP ? "results:teamWithheld" : "results:noScore");
  };
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("results:teamTable")}>
      <table className="figures min-w-[34rem]">
        <caption className="sr-only">{say("results:teamTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("results:assessment")}</th>
            <th scope="col">{say("results:period")}</th>
            <th scope="col" className="figure">
              {say("results:teamPeople")}
            </th>
            <th scope="col" className="figure">
              {say("results:score")}
            </th>
            <th scope="col" className="figure">
              {say("results:level")}
            </th>
            <th scope="col">{say("results:teamClosedOn")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cycleId, title, period, closedAt, people, isNobody, mean, level }) => (
            <tr key={cycleId}>
              <th scope="row">
                <Link
                  to={organizationPaths.teamResult(slug, cycleId)}
                  aria-label={say("results:teamResultOf", { title, period })}
                  className="inline-block py-0.5"
                >
                  {title}
                </Link>
              </th>
              <td className="whitespace-nowrap">{period}</td>
              <td className="figure">{people === null ? "" : displayCount(people, language)}</td>
              {mean === null || level === null ? (
                <td colSpan={2}>{why(people, isNobody)}</td>
              ) : (
                <>
                  <td className="figure">{displayScore(mean, language)}</td>
                  <td className="figure">{level}</td>
                </>
              )}
              <td>{dayOf(closedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
