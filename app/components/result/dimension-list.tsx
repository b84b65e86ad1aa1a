import { CarriedFrom } from "#app/components/ui/carried-from.tsx";
import { AnswerExtras } from "#app/components/ui/answer-extras.tsx";
import { SmallScoreLine } from "#app/components/charts/score-line-figure.tsx";
import { displayAmount, displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import type { PartView, ResultView, TraceView } from "#app/domain/report/result-view.ts";

/** Dimensions as aligned lines, each opening to its reading and to the answers and weights behind its figure. */
export function DimensionList({ view }: { view: ResultView }) {
  const cuts = view.levels.map((l) => l.cut);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{takeaway(view.dimensions)}</h2>
      <ul className="mt-4">
        {view.dimensions.map((d) => (
          <li key={d.id} className="border-t border-rule py-4">
            <div className="grid items-center gap-x-8 sm:grid-cols-[16rem_1fr_6rem]">
              <h3 className="text-lg">
                {d.title}
                {d.critical && <span className="block font-sans text-sm font-normal text-quiet">critical for the level</span>}
                {d.carriers.length > 0 && (
                  <span className="block font-sans text-sm font-normal text-quiet">carried by {inWords(d.carriers).toLowerCase()}</span>
                )}
              </h3>
              <SmallScoreLine score={d.published ? d.score : null} cuts={cuts} label={`${d.title}: ${figure(d)}`} />
              <p className="text-right font-serif text-xl whitespace-nowrap tabular-nums max-sm:-order-1 max-sm:col-start-1 max-sm:text-left">
                {d.published ? displayScore(d.score!) : "no score"}
              </p>
            </div>
            {d.counts !== null && d.counts < d.score! && (
              <p className="mt-2 font-semibold">
                Own {displayScore(d.score!)}, counts {displayScore(d.counts)}, carried by {inWords(d.carriers).toLowerCase()}.
              </p>
            )}
            <p className="measure mt-2">{d.reading ?? d.why}</p>
            <details>
              <summary className="inline-flex min-h-11 items-center text-sm text-accent">How this figure was made</summary>
              <Trace part={d} lines={view.trace.find((t) => t.dimension === d.id)!.lines} />
            </details>
          </li>
        ))}
      </ul>
      <OverallTrace view={view} />
    </section>
  );
}

function takeaway(dimensions: PartView[]): string {
  const published = dimensions.filter((d) => d.published).sort((a, b) => b.score! - a.score!);
  const best = published[0];
  const worst = published.at(-1);
  if (!best || !worst) return "No part has enough answers for a score";
  const distance = best.score! - worst.score!;
  if (best.id === worst.id) return `${best.title} is the only part with a score`;
  if (distance < 5) return "All parts stand close together";
  return `${worst.title} is ${displayScore(distance)} points behind ${best.title.toLowerCase()}`;
}

function figure(part: PartView): string {
  return part.published ? `${displayScore(part.score!)} of 100` : "no score";
}

function Trace({ part, lines }: { part: PartView; lines: TraceView[] }) {
  return (
    <div className="overflow-x-auto pb-2" tabIndex={0} role="region" aria-label={`Answers and weights behind ${part.title}`}>
      <table className="figures min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">Question and answer</th>
            <th scope="col" className="figure">
              Value
            </th>
            <th scope="col" className="figure">
              Weight
            </th>
            <th scope="col" className="figure">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.item}>
              <td>
                {line.question}
                <span className="block text-quiet">{line.answer}</span>
                <AnswerExtras comment={line.comment} evidence={line.evidence} />
                {line.carried && <CarriedFrom note={line.carried} />}
              </td>
              <td className="figure">{line.x === null ? "not counted" : displayAmount(line.x)}</td>
              <td className="figure">{displayAmount(line.weight)}</td>
              <td className="figure">{line.contribution === null ? "" : displayScore(line.contribution)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {part.title}: 100 × sum of weight × value, divided by the weight of what was answered
              {part.coverage !== null && (
                <span className="block font-normal text-quiet">Answered: {displayShare(part.coverage)} of the weight that applies</span>
              )}
            </th>
            <td />
            <td />
            <td className="figure font-semibold">{part.score === null ? "none" : displayScore(part.score)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function OverallTrace({ view }: { view: ResultView }) {
  const { score } = view.overall;
  if (score === null) return null;
  const isCarried = view.dimensions.some((d) => d.carriers.length > 0);
  return (
    <details className="border-t border-rule pt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">How the overall score was made</summary>
      <table className="figures max-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="figure">
              Score
            </th>
            {isCarried && (
              <th scope="col" className="figure">
                Counts
              </th>
            )}
            <th scope="col" className="figure">
              Weight
            </th>
          </tr>
        </thead>
        <tbody>
          {view.dimensions.map((d) => (
            <tr key={d.id}>
              <th scope="row" className="font-normal">
                {d.title}
              </th>
              <td className="figure">{d.published ? displayScore(d.score!) : "left out"}</td>
              {isCarried && <td className="figure">{d.published ? displayScore(d.counts ?? d.score!) : ""}</td>}
              <td className="figure">{displayAmount(d.weight!)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              Overall: the weighted mean of the parts with a score
              {isCarried && (
                <span className="block font-normal text-quiet">A carried part counts its own score, or what its carrier counts where that is less.</span>
              )}
            </th>
            {isCarried && <td />}
            <td className="figure font-semibold">{displayScore(score)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-sm text-quiet">
        Unrounded: <span className="tabular-nums">{score}</span>. Rounding happens only here, half away from zero.
      </p>
    </details>
  );
}
