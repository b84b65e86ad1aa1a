import { Link } from "@remix-run/react";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { StartView } from "#app/services/scenarios/scenario-page.server.ts";

type StartsProps = { slug: string; starts: StartView[]; underWay: string[] };

/** From which results a plan starts, and how far they can be built on. */
export function Starts({ slug, starts, underWay }: StartsProps) {
  const { say, language } = useWords();
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("scenarios:startsFrom")}</h2>
      <ul className="measure mt-3 space-y-4">
        {starts.map(({ title, period, cycle, respondents, mean, score, agreed, disputed }) => {
          const figures = { title, period, count: respondents, mean: displayScore(mean ?? 0, language) };
          const line =
            score === null
              ? say("scenarios:startsFromNoScore", figures)
              : say("scenarios:startsFromLine", { ...figures, score: displayScore(score, language) });
          const link = (text: string) => <Link to={organizationPaths.teamResult(slug, cycle)}>{text}</Link>;
          return (
            <li key={cycle}>
              <p>
                <Rich text={line} marks={{ title: link }} />
              </p>
              {agreed > 0 && <p className="text-quiet">{say("scenarios:startsAgreed", { count: agreed })}</p>}
              {disputed > 0 && <p className="text-quiet">{say("scenarios:startsDisputed", { count: disputed })}</p>}
            </li>
          );
        })}
      </ul>
      {underWay.length > 0 && <p className="measure mt-4 wrap-anywhere">{say("scenarios:startsUnderWay", { initiatives: underWay.join(", ") })}</p>}
    </section>
  );
}
