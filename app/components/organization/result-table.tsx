import { Link } from "@remix-run/react";
import { type Sorted, SortHead } from "#app/components/ui/sort-head.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { ResultSort } from "#app/domain/cycles/list-query.ts";
import { displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Row = {
  id: string;
  title: string;
  period: string | null;
  /** Null in an anonymous cycle, where it is not kept. */
  submittedAt: string | null;
  score: number | null;
  level: number | null;
  isOwn: boolean;
  /** Of a named cycle. */
  who: string | null;
};

type ResultTableProps = {
  slug: string;
  results: Row[];
  /** Absent where they stand in one order, the latest first. */
  sorted?: Sorted<ResultSort>;
};

/** Results of an organisation. Whose each is is said where the cycle was named, and of one's own. */
export function ResultTable({ slug, results, sorted }: ResultTableProps) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  const caption = say(sorted ? "results:title" : "results:table");
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="figures min-w-[34rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("results:assessment")}</th>
            <SortHead label={say("results:period")} column="period" sorted={sorted} />
            <SortHead label={say("results:score")} column="score" sorted={sorted} isFigure />
            <th scope="col" className="figure">
              {say("results:level")}
            </th>
            <SortHead label={say("results:submittedOn")} column="submitted" sorted={sorted} />
          </tr>
        </thead>
        <tbody>
          {results.map(({ id, title, period, submittedAt, score, level, isOwn, who }) => {
            const day = submittedAt ? dayOf(submittedAt) : say("results:notKept");
            return (
              <tr key={id}>
                <th scope="row">
                  <Link
                    to={organizationPaths.organizationResult(slug, id)}
                    aria-label={say("results:resultOn", { title, day: submittedAt ? day : (period ?? "") })}
                    className="inline-block py-0.5"
                  >
                    {title}
                  </Link>
                  {isOwn && ` (${say(period === null ? "results:broughtInByYou" : "results:yours")})`}
                  {who && <span className="block text-sm text-quiet wrap-anywhere">{who}</span>}
                </th>
                <td className="whitespace-nowrap">{period ?? say("results:broughtIn")}</td>
                {score === null || level === null ? (
                  <td colSpan={2}>{say("results:noScore")}</td>
                ) : (
                  <>
                    <td className="figure">{displayScore(score, language)}</td>
                    <td className="figure">{level}</td>
                  </>
                )}
                <td>{day}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
