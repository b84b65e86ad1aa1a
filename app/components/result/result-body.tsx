import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayChange, displayCount, displayScore, displayShare } from "#app/domain/report/display.ts";
import { nameWithin, namesWithin } from "#app/domain/report/names-within.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import type { ResultView } from "#app/domain/report/result-view.ts";
import { ContradictingAnswers } from "./contradicting-answers.tsx";
import { DimensionList } from "./dimension-list.tsx";
import { PillarSection } from "./pillar-section.tsx";
import { ReadoutSection } from "./readout-section.tsx";
import { ReferenceSection } from "./reference-set.tsx";

/** A result from its one sentence down to its trace. The roadmap follows where the page puts it. */
export function ResultBody({ view }: { view: ResultView }) {
  return (
    <>
      <Answer view={view} />
      <DimensionList view={view} />
      <PillarSection view={view} />
      <Findings view={view} />
      <ReadoutSection readouts={view.readouts} />
      <ReferenceSection references={view.references} />
    </>
  );
}

function Answer({ view }: { view: ResultView }) {
  const words = useWords();
  const { say, language } = words;
  const { overall, levels } = view;
  const level = overall.level === null ? null : levels[overall.level - 1]!;
  return (
    <section aria-label={say("result:whereYouStand")}>
      <h1 className="max-w-[34ch] text-3xl">{view.headline}</h1>
      {overall.score === null || level === null ? (
        <p className="measure mt-6 text-lg">
          <Rich text={say("result:noScore")} marks={{ strong: (text) => <strong>{text}</strong> }} />
        </p>
      ) : (
        <>
          <ScoreLineFigure
            score={overall.score}
            band={view.band}
            gateAt={overall.gatedLevel! < overall.level! ? levels[overall.gatedLevel!]!.cut : null}
            levels={levels}
            ends={view.ends}
            label={scoreLineText(say("result:you"), overall.score, overall, words)}
          />
          <p className="text-xl">
            <Rich
              text={say("result:scoreAndLevel", { score: displayScore(overall.score, language), level: overall.level!, name: level.name })}
              marks={{ score: (score) => <strong className="tabular-nums">{score}</strong> }}
            />
          </p>
          {overall.gatedLevel! < overall.level! && (
            <p className="measure mt-1 border-l-4 border-alert pl-3">
              {say("result:heldAt", { level: overall.gatedLevel!, parts: namesWithin(view.heldBackBy, words) })}
            </p>
          )}
          <p className="measure mt-4">{level.paragraph}</p>
          <Certainty view={view} />
        </>
      )}
      {overall.leftOut.length > 0 && overall.score !== null && (
        <p className="measure mt-4 border-l-4 border-rule pl-3">
          {say(view.leftOut.length === 1 ? "result:leavesOutOne" : "result:leavesOutSeveral", { parts: namesWithin(view.leftOut, words) })}
        </p>
      )}
    </section>
  );
}

function Certainty({ view }: { view: ResultView }) {
  const words = useWords();
  const { say, language } = words;
  const { band, evidenced, overall } = view;
  const chances = band?.levels.map(({ level, chance }) => say("result:chance", { level, share: displayShare(chance, words) })).join("; ");
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-accent">{say("result:howSure")}</summary>
      <div className="measure space-y-2 pb-2">
        {band && band.levels.length === 1 && band.low === band.high && <p>{say("result:noBand")}</p>}
        {band && band.low < band.high && (
          <p>
            {say("result:band", {
              chances: chances!,
              draws: displayCount(band.draws, language),
              low: displayScore(band.low, language),
              high: displayScore(band.high, language),
            })}
          </p>
        )}
        {evidenced !== null && (
          <p>{say("result:evidenced", { evidenced: displayScore(evidenced, language), score: displayScore(overall.score!, language) })}</p>
        )}
        <p className="text-quiet">{say("result:provisional")}</p>
      </div>
    </details>
  );
}

function Findings({ view }: { view: ResultView }) {
  const { say, language } = useWords();
  return (
    <>
      <section className="mt-12 grid gap-x-16 gap-y-10 border-t border-rule pt-8 empty:hidden md:grid-cols-2">
        {view.overall.score !== null && (
          <div>
            <h2 className="text-2xl">{say("result:strong")}</h2>
            {view.strong.length === 0 ? (
              <p className="mt-3">{say("result:nothingStrong")}</p>
            ) : (
              <ul className="mt-3 space-y-2">
                {view.strong.map((part) => (
                  <li key={part.title}>
                    <strong>{part.title}</strong> <span className="text-quiet tabular-nums">{displayScore(part.score, language)}</span>
                    <br />
                    {part.clause}.
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {view.findOut.length > 0 && (
          <div>
            <h2 className="text-2xl">{say("result:findOut")}</h2>
            <p className="mt-3 text-quiet">{say("result:findOutText")}</p>
            <ul className="mt-3 space-y-3">
              {view.findOut.map((entry) => (
                <li key={entry.question}>
                  {entry.question}
                  <span className="block text-sm text-quiet">{say("result:wouldShow", { evidence: entry.evidence })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {view.gaps.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">{say(`result:gaps${view.gaps.length as 1 | 2 | 3}`)}</h2>
          <ol className="mt-4 max-w-[52rem]">
            {view.gaps.map((gap) => (
              <li key={gap.item} className="grid gap-x-8 border-t border-rule py-4 sm:grid-cols-[6rem_1fr]">
                <p className="font-serif text-xl text-accent tabular-nums">
                  {displayChange(gap.points, language)}
                  <span className="block font-sans text-xs text-quiet">{say("result:pointsToGain")}</span>
                </p>
                <div>
                  <p className="font-semibold">{gap.question}</p>
                  <p>{say("result:youAnswered", { answer: gap.answer })}</p>
                  <p className="mt-1 text-quiet">
                    {say(gap.gate ? "result:gapWhyHolding" : "result:gapWhy", { why: gap.why, part: nameWithin(gap.dimension, language) })}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(view.flags.length > 0 || view.contradictions.length > 0) && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">{say("result:secondLook")}</h2>
          <ul className="measure mt-4 space-y-4">
            {view.flags.map((flag) => (
              <li key={flag.id} className="border-l-4 border-alert pl-4">
                <strong className="block">{flag.title}</strong>
                {flag.text}
              </li>
            ))}
            {view.contradictions.map((rule) => (
              <li key={rule.id} className="border-l-4 border-rule pl-4">
                <strong className="block">{say("result:contradiction")}</strong>
                {say("result:contradictionText", { text: rule.text })}
                <ContradictingAnswers contradiction={rule} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
