import type { DistanceRow, PositionView } from "#app/domain/report/distance-row.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { ReadoutView } from "#app/domain/report/readouts.ts";
import type { Words } from "#app/words/say.ts";

/** From/to pairs: today, what is wanted, and the way between. */
export function DistanceTable({ title, rows }: { title: string; rows: DistanceRow[] }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("result:distanceOf", { title })}>
      <table className="figures max-w-[52rem] min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">{say("result:fromAndTo")}</th>
            <th scope="col">{say("result:today")}</th>
            <th scope="col">{say("result:wanted")}</th>
            <th scope="col" className="figure">
              {say("result:distance")}
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
              <td>{row.today ? positionText(row.today, words) : say("result:notAnswered")}</td>
              <td>{row.wanted ? positionText(row.wanted, words) : say("result:notStated")}</td>
              <td className="figure">{row.distance === null ? say("result:unknown") : displayScore(row.distance, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-quiet">{say("result:distanceScale")}</p>
    </div>
  );
}

function positionText({ label, points }: PositionView, { say, language }: Words): string {
  return say("result:position", { label, points: displayScore(points, language) });
}

/** Rows by columns; the cell that was chosen carries a mark and a word, not only weight. */
export function MatrixTable({ readout: { title, columns, rows } }: { readout: Extract<ReadoutView, { kind: "matrix" }> }) {
  const { say } = useWords();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("result:matrixOf", { title })}>
      <table className="figures max-w-[60rem] min-w-[40rem]">
        <thead>
          <tr>
            <th scope="col">{say("result:question")}</th>
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
                {row.chosen === null && <span className="block text-quiet">{say("result:notAnswered")}</span>}
              </th>
              {row.cells.map((cell, c) => (
                <td key={cell} className={c === row.chosen ? "border-l-4 border-l-accent pl-2 font-semibold" : "text-quiet"}>
                  {c === row.chosen && <span className="block">● {say("result:chosen")}</span>}
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
