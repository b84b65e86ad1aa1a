import { displayScore, displayShare } from "#app/domain/report/display.ts";
import type { ReadoutView } from "#app/domain/report/readouts.ts";

/** What one assessment reads out besides its scores: a mix, or a distance between two answers. */
export function ReadoutSection({ readouts }: { readouts: ReadoutView[] }) {
  return readouts.map((readout) => (
    <section key={readout.id} className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{readout.title}</h2>
      <p className="measure mt-2">{readout.text}</p>
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
    </section>
  ));
}

type Row = { question: string; points: number | null; share: number | null };

function rowsOf(readout: ReadoutView): Row[] {
  return readout.kind === "mix" ? readout.parts : [readout.minuend, readout.subtrahend].map((part) => ({ ...part, share: null }));
}
