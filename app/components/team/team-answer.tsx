import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { AgreedScore } from "#app/domain/agreement/consensus.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayCount, displayScore, displayShare } from "#app/domain/report/display.ts";
import { namesWithin } from "#app/domain/report/names-within.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import { type TeamNames, titlesOf } from "#app/domain/report/team-names.ts";
import { weightedText } from "#app/domain/report/team-sentences.ts";

export type Agreed = {
  /** For how many questions. */
  count: number;
  /** With it, and without it by the same way of counting. */
  score: AgreedScore;
  before: AgreedScore;
};
type TeamAnswerProps = { headline: string; figures: TeamResult; names: TeamNames; asked: number; agreed: Agreed | null };

/** Where a team stands: in one sentence, on the line, and what the figure rests on. */
export function TeamAnswer({ headline, figures, names, asked, agreed }: TeamAnswerProps) {
  const words = useWords();
  const { say, language } = words;
  const { overall, respondents } = figures;
  const { mean, level, gatedLevel, interval, coverage } = overall;
  const { levels, ends } = names;
  const isHeld = level !== null && gatedLevel !== null && gatedLevel < level;
  const counts = { answered: displayCount(respondents, language), asked: displayCount(asked, language), share: displayShare(coverage ?? 0, words) };
  return (
    <section aria-label={say("team:whereTeamStands")}>
      <h1 className="max-w-[34ch] text-3xl">{headline}</h1>
      {mean === null || level === null ? (
        <p className="measure mt-6 text-lg">{overall.withheld && say(`team:${overall.withheld}_withheld`)}</p>
      ) : (
        <>
          <ScoreLineFigure
            score={mean}
            band={interval}
            gateAt={isHeld ? levels[gatedLevel]!.cut : null}
            levels={levels}
            ends={ends}
            label={scoreLineText(say("team:you"), mean, overall, words)}
          />
          <p className="text-xl">
            <Rich
              text={say("result:scoreAndLevel", { score: displayScore(mean, language), level, name: levels[level - 1]!.name })}
              marks={{ score: (score) => <strong className="tabular-nums">{score}</strong> }}
            />
          </p>
          {isHeld && (
            <p className="measure mt-1 border-l-4 border-alert pl-3">
              {say("result:heldAt", { level: gatedLevel, parts: namesWithin(titlesOf(names, overall.heldBackBy), words) })}
            </p>
          )}
          <p className="measure mt-4">
            {say("team:meanOf", { count: overall.n })} {overall.leftOut > 0 && say("team:leftOut", { count: overall.leftOut })}{" "}
            {weightedText(overall, figures, words)}
          </p>
          {interval && (
            <p className="measure mt-2">{say("team:interval", { low: displayScore(interval.low, language), high: displayScore(interval.high, language) })}</p>
          )}
          {overall.evidenced !== null && <p className="measure mt-2">{say("team:evidenced", { evidenced: displayScore(overall.evidenced, language) })}</p>}
        </>
      )}
      <p className="measure mt-2">{asked > respondents ? say("team:answeredOf", counts) : say("team:answeredAll", counts)}</p>
      {overall.leftOutDimensions.length > 0 && (
        <p className="measure mt-4 border-l-4 border-rule pl-3">
          {say("team:leavesOut", { parts: namesWithin(titlesOf(names, overall.leftOutDimensions), words) })}
        </p>
      )}
      {agreed && <AgreedLine {...agreed} />}
    </section>
  );
}

function AgreedLine({ count, score, before }: Agreed) {
  const { say, language } = useWords();
  const [after, without] = [score.overall.score, before.overall.score];
  return (
    <p className="measure mt-4 border-l-4 border-accent pl-3">
      {after === null || without === null
        ? say("team:agreedNoScore")
        : say("team:agreedOverall", { count, score: displayScore(after, language), before: displayScore(without, language) })}{" "}
      <span className="text-quiet">{say("team:agreedHow")}</span>
    </p>
  );
}
