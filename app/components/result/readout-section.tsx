import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import type { ReadoutView } from "#app/domain/report/readouts.ts";
import { DistanceTable, MatrixTable, RankingTable } from "./readout-tables.tsx";

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
    case "ranking":
      return <RankingTable readout={readout} />;
    case "matrix":
      return <MatrixTable readout={readout} />;
    case "verdict":
      return null;
  }
}

function PointsTable({ readout }: { readout: Extract<ReadoutView, { kind: "mix" | "gap" }> }) {
  return (
    <table className="figures mt-4 max-w-[44rem]">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col" className="figure">
            Points
          </th>
          {readout.kind === "mix" && (
            <th scope="col" className="figure">
              Share
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rowsOf(readout).map((row) => (
          <tr key={row.question}>
            <th scope="row" className="font-normal">
              {row.question}
            </th>
            <td className="figure">{row.points === null ? "not answered" : displayScore(row.points)}</td>
            {readout.kind === "mix" && <td className="figure">{row.share === null ? "" : displayShare(row.share)}</td>}
          </tr>
        ))}
      </tbody>
      {readout.kind === "gap" && (
        <tfoot>
          <tr>
            <th scope="row">Distance</th>
            <td className="figure font-semibold">{readout.gap === null ? "unknown" : displayScore(readout.gap)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type Row = { question: string; points: number | null; share: number | null };

function rowsOf(readout: Extract<ReadoutView, { kind: "mix" | "gap" }>): Row[] {
  return readout.kind === "mix" ? readout.parts : [readout.minuend, readout.subtrahend].map((part) => ({ ...part, share: null }));
}

function Decay({ readout: { question, months, monthlyPercent, share } }: { readout: Extract<ReadoutView, { kind: "decay" }> }) {
  const percent = displayScore(100 * share);
  return (
    <>
      <p className="mt-4 text-lg">
        <strong className="tabular-nums">{percent} %</strong> of it is likely to be stale after {months} {months === 1 ? "month" : "months"}.
      </p>
      <p className="measure mt-1 text-sm text-quiet">
        {question} You answered {months}. With {displayAmount(monthlyPercent)} % going stale each month, compounded:{" "}
        <span className="tabular-nums">
          1 − (1 − {monthlyPercent} / 100)<sup>{months}</sup> = {percent} %
        </span>
        .
      </p>
    </>
  );
}
