import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate, displayScore } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";

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

/** Results of an organisation, the latest first. Whose each is is said where the cycle was named, and of one's own. */
export function ResultTable({ slug, results }: { slug: string; results: Row[] }) {
  const { say, language } = useWords();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("results:table")}>
      <table className="figures min-w-[34rem]">
        <caption className="sr-only">{say("results:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("results:assessment")}</th>
            <th scope="col">{say("results:period")}</th>
            <th scope="col" className="figure">
              {say("results:score")}
            </th>
            <th scope="col" className="figure">
              {say("results:level")}
            </th>
            <th scope="col">{say("results:submittedOn")}</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ id, title, period, submittedAt, score, level, isOwn, who }) => {
            const day = submittedAt ? displayDate(submittedAt, language) : say("results:notKept");
            return (
              <tr key={id}>
                <th scope="row">
                  <Link
                    to={paths.organizationResult(slug, id)}
                    aria-label={say("results:resultOn", { title, day: submittedAt ? day : (period ?? "") })}
                    className="inline-block py-0.5"
                  >
                    {title}
                  </Link>
                  {isOwn && ` (${say("results:yours")})`}
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
