import { ScoreLineFigure, scoreLineText } from "#app/components/charts/score-line-figure.tsx";
import { displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import type { ResultView } from "#app/domain/report/result-view.ts";
import { ContradictingAnswers } from "./contradicting-answers.tsx";
import { DimensionList } from "./dimension-list.tsx";
import { PillarSection } from "./pillar-section.tsx";
import { ReadoutSection } from "./readout-section.tsx";

/** A result from its one sentence down to its trace. The roadmap follows where the page puts it. */
export function ResultBody({ view }: { view: ResultView }) {
  return (
    <>
      <Answer view={view} />
      <DimensionList view={view} />
      <PillarSection view={view} />
      <Findings view={view} />
      <ReadoutSection readouts={view.readouts} />
    </>
  );
}

function Answer({ view }: { view: ResultView }) {
  const { overall, levels } = view;
  const level = overall.level === null ? null : levels[overall.level - 1]!;
  return (
    <section aria-label="Where you stand">
      <h1 className="max-w-[34ch] text-3xl">{view.headline}</h1>
      {overall.score === null || level === null ? (
        <p className="measure mt-6 text-lg">
          <strong>No score.</strong> A score needs at least one part with three quarters of its weight answered. Nothing is counted as zero; what is missing is
          named below.
        </p>
      ) : (
        <>
          <ScoreLineFigure
            score={overall.score}
            band={view.band}
            gateAt={overall.gatedLevel! < overall.level! ? levels[overall.gatedLevel!]!.cut : null}
            levels={levels}
            ends={view.ends}
            label={scoreLineText("You", overall.score, overall.level)}
          />
          <p className="text-xl">
            <strong className="tabular-nums">{displayScore(overall.score)}</strong> of 100, level {overall.level} of 5: {level.name}
          </p>
          {overall.gatedLevel! < overall.level! && (
            <p className="measure mt-1 border-l-4 border-alert pl-3">
              Held at level {overall.gatedLevel} by {inWords(view.heldBackBy).toLowerCase()}: a part this important has to be within 10 points of the level’s
              threshold, or the level is not reached.
            </p>
          )}
          <p className="measure mt-4">{level.paragraph}</p>
          <Certainty view={view} />
        </>
      )}
      {overall.leftOut.length > 0 && overall.score !== null && (
        <p className="measure mt-4 border-l-4 border-rule pl-3">
          The score leaves out {inWords(view.leftOut).toLowerCase()}: {view.leftOut.length === 1 ? "it has" : "they have"} too few answers to speak for.
        </p>
      )}
    </section>
  );
}

function Certainty({ view }: { view: ResultView }) {
  const { band, evidenced, overall } = view;
  const chances = band?.levels.map((l) => `level ${l.level}, ${displayShare(l.chance)}`).join("; ");
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-accent">How sure is this?</summary>
      <div className="measure space-y-2 pb-2">
        {band && band.levels.length === 1 && band.low === band.high && (
          <p>Every answer was given and none was marked as a guess, so the score has no band. It is still one person’s view.</p>
        )}
        {band && band.low < band.high && (
          <p>
            {chances}. In nine of ten of {band.draws.toLocaleString("en")} draws over what was marked as unsure, the score lies between {displayScore(band.low)}{" "}
            and {displayScore(band.high)}.
          </p>
        )}
        {evidenced !== null && (
          <p>
            Counting only answers with evidence behind them, the score is {displayScore(evidenced)} instead of {displayScore(overall.score!)}.
          </p>
        )}
        <p className="text-quiet">The names and thresholds of the levels are provisional until a standard has been set with data.</p>
      </div>
    </details>
  );
}

function Findings({ view }: { view: ResultView }) {
  return (
    <>
      <section className="mt-12 grid gap-x-16 gap-y-10 border-t border-rule pt-8 empty:hidden md:grid-cols-2">
        {view.overall.score !== null && (
          <div>
            <h2 className="text-2xl">What is strong</h2>
            {view.strong.length === 0 ? (
              <p className="mt-3">No part reaches 60 yet. The roadmap begins where that changes soonest.</p>
            ) : (
              <ul className="mt-3 space-y-2">
                {view.strong.map((part) => (
                  <li key={part.title}>
                    <strong>{part.title}</strong> <span className="text-quiet tabular-nums">{displayScore(part.score)}</span>
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
            <h2 className="text-2xl">Find out</h2>
            <p className="mt-3 text-quiet">Nobody can steer by what nobody knows. These were answered with “I don’t know”.</p>
            <ul className="mt-3 space-y-3">
              {view.findOut.map((entry) => (
                <li key={entry.question}>
                  {entry.question}
                  <span className="block text-sm text-quiet">What would show it: {entry.evidence}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {view.gaps.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">
            {view.gaps.length === 1 ? "The gap that matters" : `The ${["two", "three"][view.gaps.length - 2]} gaps that matter most`}
          </h2>
          <ol className="mt-4 max-w-[52rem]">
            {view.gaps.map((gap) => (
              <li key={gap.item} className="grid gap-x-8 border-t border-rule py-4 sm:grid-cols-[6rem_1fr]">
                <p className="font-serif text-xl text-accent tabular-nums">
                  +{displayScore(gap.points)}
                  <span className="block font-sans text-xs text-quiet">points to gain</span>
                </p>
                <div>
                  <p className="font-semibold">{gap.question}</p>
                  <p>You answered: {gap.answer}</p>
                  <p className="mt-1 text-quiet">
                    {gap.why} It belongs to “{gap.dimension.toLowerCase()}”{gap.gate ? ", which holds your level back" : ""}.
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(view.flags.length > 0 || view.contradictions.length > 0) && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">Worth a second look</h2>
          <ul className="measure mt-4 space-y-4">
            {view.flags.map((flag) => (
              <li key={flag.id} className="border-l-4 border-alert pl-4">
                <strong className="block">{flag.title}</strong>
                {flag.text}
              </li>
            ))}
            {view.contradictions.map((rule) => (
              <li key={rule.id} className="border-l-4 border-rule pl-4">
                <strong className="block">Two answers that do not fit together</strong>
                {rule.text} The score stays as it is; how sure it is has been lowered.
                <ContradictingAnswers contradiction={rule} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
