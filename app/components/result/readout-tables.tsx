import type { DistanceRow, PositionView } from "#app/domain/report/distance-row.ts";
import { displayScore } from "#app/domain/report/display.ts";
import type { ReadoutView } from "#app/domain/report/readouts.ts";

/** From/to pairs: today, what is wanted, and the way between. */
export function DistanceTable({ title, rows }: { title: string; rows: DistanceRow[] }) {
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}: today, wanted and distance`}>
      <table className="figures max-w-[52rem] min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">From and to</th>
            <th scope="col">Today</th>
            <th scope="col">Wanted in 12 months</th>
            <th scope="col" className="figure">
              Distance
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.question}>
              <th scope="row" className="font-normal">
                {row.question}
                <span className="block text-quiet">
                  {row.from} → {row.to}
                </span>
              </th>
              <td>{positionText(row.today, "not answered")}</td>
              <td>{positionText(row.wanted, "not stated")}</td>
              <td className="figure">{row.distance === null ? "unknown" : displayScore(row.distance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-quiet">In points: 0 is the first end of a pair, 100 the second.</p>
    </div>
  );
}

function positionText(position: PositionView | null, otherwise: string): string {
  return position === null ? otherwise : `${position.label} (${displayScore(position.points)})`;
}

/** The respondent's places beside those of a survey. */
export function RankingTable({ readout: { question, source, rows } }: { readout: Extract<ReadoutView, { kind: "ranking" }> }) {
  return (
    <table className="figures mt-4 max-w-[44rem]">
      <caption className="mb-2 text-left text-quiet">{question}</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" className="figure">
            Your place
          </th>
          <th scope="col" className="figure">
            {source}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row" className="font-normal">
              {row.label}
            </th>
            <td className="figure">{row.yours ?? "not picked"}</td>
            <td className="figure">{row.source ?? "not named"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows by columns; the cell that was chosen carries a mark and a word, not only weight. */
export function MatrixTable({ readout: { title, columns, rows } }: { readout: Extract<ReadoutView, { kind: "matrix" }> }) {
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}: where each answer stands`}>
      <table className="figures max-w-[60rem] min-w-[40rem]">
        <thead>
          <tr>
            <th scope="col">Question</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.question}>
              <th scope="row" className="font-normal">
                {row.question}
                {row.chosen === null && <span className="block text-quiet">not answered</span>}
              </th>
              {row.cells.map((cell, c) => (
                <td key={cell} className={c === row.chosen ? "border-l-4 border-l-accent pl-2 font-semibold" : "text-quiet"}>
                  {c === row.chosen && <span className="block">● You</span>}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
