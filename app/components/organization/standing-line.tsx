import { Link } from "@remix-run/react";
import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { AssessmentStanding } from "#app/domain/organization-home/assessment-standing.ts";
import { displayScore } from "#app/domain/report/display.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import { organizationPaths } from "#app/organization-paths.ts";

/** Where one assessment stands: the line with the ring of the quarter before, and the same in words. */
export function StandingLine({ slug, line }: { slug: string; line: AssessmentStanding }) {
  const words = useWords();
  const { say, language } = words;
  const { title, cycleId, period, mean, level, gatedLevel, before, levels } = line;
  const isHeld = level !== null && gatedLevel !== null && gatedLevel < level;
  const said = before ? say("standing:lineBefore", { score: displayScore(before.mean, language), period: before.period }) : null;
  const text = scoreLineText(title, mean, { level, gatedLevel }, words);
  return (
    <section className="mt-6 border-t border-rule pt-4">
      <h2 className="text-lg">{text}</h2>
      <ScoreLineFigure
        score={mean}
        before={before?.mean ?? null}
        gateAt={isHeld ? (levels[gatedLevel]?.cut ?? null) : null}
        levels={levels}
        label={[text, said].filter(Boolean).join(". ")}
      />
      <p className="text-sm text-quiet">
        {said} {say("standing:answered", { ...line, period })}{" "}
        <Link to={organizationPaths.teamResult(slug, cycleId)} aria-label={say("standing:seeNamed", { title, period })} className="inline-block py-0.5">
          {say("standing:see")}
        </Link>
      </p>
    </section>
  );
}
