import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore } from "#app/domain/report/display.ts";
import type { ReadoutView } from "#app/domain/report/readouts.ts";
import { DistanceTable, MatrixTable } from "./readout-tables.tsx";

/** What one assessment reads out besides its scores. */
export function ReadoutSection({ readouts }: { readouts: ReadoutView[] }) {
  return readouts.map((readout) => (
    <section key={readout.id} className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{readout.title}</h2>
      {readout.kind === "verdict" && <p className="mt-2 font-serif text-xl text-accent">{readout.verdict}</p>}
      <p className="measure mt-2">{readout.text}</p>
      <Figures readout={readout} />
    </section>
  ));
}

function Figures({ readout }: { readout: ReadoutView }) {
  switch (readout.kind) {
    case "mix":
    case "gap":
      return <PointsTable readout={readout} />;
    case "distance":
      return <DistanceTable title={readout.title} rows={readout.rows} />;
    case "decay":
      return <Decay readout={readout} />;
    case "matrix":
      return <MatrixTable readout={readout} />;
    case "verdict":
      return null;
  }
}

function PointsTable({ readout }: { readout: Extract<ReadoutView, { kind: "mix" | "gap" }> }) {
  const { say, language } = useWords();
  return (
    <table className="figures mt-4 max-w-[44rem]">
      <thead>
        <tr>
          <th scope="col">{say("result:question")}</th>
          <th scope="col" className="figure">
            {say("result:points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {(readout.kind === "mix" ? readout.parts : [readout.minuend, readout.subtrahend]).map((row) => (
          <tr key={row.question}>
            <th scope="row" className="font-normal">
              {row.question}
            </th>
            <td className="figure">{row.points === null ? say("result:notAnswered") : displayScore(row.points, language)}</td>
          </tr>
        ))}
      </tbody>
      {readout.kind === "gap" && (
        <tfoot>
          <tr>
            <th scope="row">{say("result:distance")}</th>
            <td className="figure font-semibold">{readout.gap === null ? say("result:unknown") : displayScore(readout.gap, language)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Decay({ readout }: { readout: Extract<ReadoutView, { kind: "decay" }> }) {
  const { say, language } = useWords();
  const { question } = readout;
  const percent = displayScore(100 * readout.share, language);
  const months = displayAmount(readout.months, language);
  const monthly = displayAmount(readout.monthlyPercent, language);
  return (
    <>
      <p className="mt-4 text-lg">
        <Rich
          text={say("result:stale", { percent, months, count: readout.months })}
          marks={{ strong: (text) => <strong className="tabular-nums">{text}</strong> }}
        />
      </p>
      <p className="measure mt-1 text-sm text-quiet">
        <Rich
          text={say("result:staleWhy", { question, months, monthly, percent })}
          marks={{
            formula: (share) => (
              <span className="tabular-nums">
                1 − (1 − {monthly} / 100)<sup>{months}</sup> = {share}
              </span>
            ),
          }}
        />
      </p>
    </>
  );
}
