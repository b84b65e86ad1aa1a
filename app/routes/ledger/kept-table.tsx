import { useWords } from "#app/components/words/use-words.tsx";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { PRIOR_POINTS } from "#app/domain/ledger/realised.ts";
import { displayScore, displayShare } from "#app/domain/report/display.ts";

type KeptTableProps = {
  kept: { promised: number; realised: number; ratio: number; types: { type: Pillar; promised: number; realised: number; ratio: number }[] };
};

/** How far promises have been kept, by type and in all. */
export function KeptTable({ kept }: KeptTableProps) {
  const words = useWords();
  const { say, language } = words;
  const rows = [...kept.types.map(({ type, ...figures }) => ({ name: say(`terms:${type}`), ...figures })), { name: say("ledger:all"), ...kept }];
  return (
    <section className="mt-12 border-t border-rule pt-6">
      <h2 className="text-2xl">{say("ledger:types")}</h2>
      <p className="measure mt-2 text-quiet">{say("ledger:typesText", { points: PRIOR_POINTS })}</p>
      <table className="figures mt-4 max-w-[36rem]">
        <caption className="sr-only">{say("ledger:types")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("ledger:type")}</th>
            <th scope="col" className="figure">
              {say("ledger:promised")}
            </th>
            <th scope="col" className="figure">
              {say("ledger:realised")}
            </th>
            <th scope="col" className="figure">
              {say("ledger:share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, promised, realised, ratio }) => (
            <tr key={name}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <td className="figure">{displayScore(promised, language)}</td>
              <td className="figure">{displayScore(realised, language)}</td>
              <td className="figure">{displayShare(ratio, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="measure mt-3 text-quiet">{say("ledger:used")}</p>
    </section>
  );
}
