import { Rich } from "#app/components/words/rich.tsx";
import { CarriedFrom } from "#app/components/ui/carried-from.tsx";
import { AnswerExtras } from "#app/components/ui/answer-extras.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { SmallScoreLine } from "#app/components/charts/score-line-figure.tsx";
import { displayAmount, displayExact, displayScore, displayShare } from "#app/domain/report/display.ts";
import { nameWithin, namesWithin } from "#app/domain/report/names-within.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import type { PartView, ResultView, TraceView } from "#app/domain/report/result-view.ts";
import type { Words } from "#app/words/say.ts";

/** Levels are those of the whole. */
const NO_LEVEL = { level: null, gatedLevel: null };

/** Dimensions as aligned lines, each opening to its reading and to the answers and weights behind its figure. */
export function DimensionList({ view }: { view: ResultView }) {
  const words = useWords();
  const { say, language } = words;
  const cuts = view.levels.map((l) => l.cut);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{takeaway(view.dimensions, words)}</h2>
      <ul className="mt-4">
        {view.dimensions.map((d) => (
          <li key={d.id} className="border-t border-rule py-4">
            <div className="grid items-center gap-x-8 sm:grid-cols-[16rem_1fr_6rem]">
              <h3 className="text-lg">
                {d.title}
                {d.critical && <span className="block font-sans text-sm font-normal text-quiet">{say("result:critical")}</span>}
                {d.carriers.length > 0 && (
                  <span className="block font-sans text-sm font-normal text-quiet">{say("result:carriedBy", { parts: namesWithin(d.carriers, words) })}</span>
                )}
              </h3>
              <SmallScoreLine score={d.published ? d.score : null} cuts={cuts} label={scoreLineText(d.title, d.published ? d.score : null, NO_LEVEL, words)} />
              <p className="text-right font-serif text-xl whitespace-nowrap tabular-nums max-sm:-order-1 max-sm:col-start-1 max-sm:text-left">
                {d.published ? displayScore(d.score!, language) : say("terms:noScore")}
              </p>
            </div>
            {d.counts !== null && d.counts < d.score! && (
              <p className="mt-2 font-semibold">
                {say("result:ownAndCounted", {
                  own: displayScore(d.score!, language),
                  counted: displayScore(d.counts, language),
                  parts: namesWithin(d.carriers, words),
                })}
              </p>
            )}
            <p className="measure mt-2">{d.reading ?? d.why}</p>
            <details>
              <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("result:howFigureMade")}</summary>
              <Trace part={d} lines={view.trace.find((t) => t.dimension === d.id)!.lines} />
            </details>
          </li>
        ))}
      </ul>
      <OverallTrace view={view} />
    </section>
  );
}

function takeaway(dimensions: PartView[], { say, language }: Words): string {
  const published = dimensions.filter((d) => d.published).sort((a, b) => b.score! - a.score!);
  const best = published[0];
  const worst = published.at(-1);
  if (!best || !worst) return say("result:noPartScored");
  const distance = best.score! - worst.score!;
  if (best.id === worst.id) return say("result:onePartScored", { part: best.title });
  if (distance < 5) return say("result:partsClose");
  return say("result:partBehind", { worst: worst.title, points: displayScore(distance, language), best: nameWithin(best.title, language) });
}

function Trace({ part, lines }: { part: PartView; lines: TraceView[] }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <div className="overflow-x-auto pb-2" tabIndex={0} role="region" aria-label={say("result:traceOf", { part: part.title })}>
      <table className="figures min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">{say("result:questionAndAnswer")}</th>
            <th scope="col" className="figure">
              {say("result:value")}
            </th>
            <th scope="col" className="figure">
              {say("result:weight")}
            </th>
            <th scope="col" className="figure">
              {say("result:points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.item}>
              <td>
                {line.question}
                <span className="block text-quiet">{line.answer}</span>
                {line.places !== null && <span className="block text-quiet">{say("result:rankingValue", { places: line.places })}</span>}
                <AnswerExtras comment={line.comment} evidence={line.evidence} />
                {line.carried && <CarriedFrom note={line.carried} />}
              </td>
              <td className="figure">{line.x === null ? say("result:notCounted") : displayAmount(line.x, language)}</td>
              <td className="figure">{displayAmount(line.weight, language)}</td>
              <td className="figure">{line.contribution === null ? "" : displayScore(line.contribution, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {say("result:partFormula", { part: part.title })}
              {part.coverage !== null && (
                <span className="block font-normal text-quiet">{say("result:answeredShare", { share: displayShare(part.coverage, words) })}</span>
              )}
            </th>
            <td />
            <td />
            <td className="figure font-semibold">{part.score === null ? say("terms:none") : displayScore(part.score, language)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function OverallTrace({ view }: { view: ResultView }) {
  const { say, language } = useWords();
  const { score } = view.overall;
  if (score === null) return null;
  const isCarried = view.dimensions.some((d) => d.carriers.length > 0);
  return (
    <details className="border-t border-rule pt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("result:howOverallMade")}</summary>
      <table className="figures max-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">{say("result:part")}</th>
            <th scope="col" className="figure">
              {say("result:score")}
            </th>
            {isCarried && (
              <th scope="col" className="figure">
                {say("result:counts")}
              </th>
            )}
            <th scope="col" className="figure">
              {say("result:weight")}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.dimensions.map((d) => (
            <tr key={d.id}>
              <th scope="row" className="font-normal">
                {d.title}
              </th>
              <td className="figure">{d.published ? displayScore(d.score!, language) : say("result:leftOut")}</td>
              {isCarried && <td className="figure">{d.published ? displayScore(d.counts ?? d.score!, language) : ""}</td>}
              <td className="figure">{displayAmount(d.weight!, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {say("result:overallFormula")}
              {isCarried && <span className="block font-normal text-quiet">{say("result:carriedRule")}</span>}
            </th>
            {isCarried && <td />}
            <td className="figure font-semibold">{displayScore(score, language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-sm text-quiet">
        <Rich
          text={say("result:unrounded", { score: displayExact(score, language) })}
          marks={{ figure: (figure) => <span className="tabular-nums">{figure}</span> }}
        />
      </p>
    </details>
  );
}
