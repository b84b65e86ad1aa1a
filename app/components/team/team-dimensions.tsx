import { SmallScoreLine } from "#app/components/charts/score-line-figure.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { AgreedScore } from "#app/domain/agreement/consensus.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayScore, displayShare } from "#app/domain/report/display.ts";
import { nameWithin } from "#app/domain/report/names-within.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { agreementText } from "#app/domain/report/team-sentences.ts";
import type { Words } from "#app/words/say.ts";
import { ScrollTable } from "./scroll-table.tsx";

const NO_LEVEL = { level: null, gatedLevel: null };

/** The parts as aligned lines, with how far people agree in each; the pillars as a table. */
export function TeamDimensions({ figures, names, agreed }: { figures: TeamResult; names: TeamNames; agreed: AgreedScore | null }) {
  const words = useWords();
  const { say, language } = words;
  const cuts = names.levels.map(({ cut }) => cut);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{takeaway(figures, names, words)}</h2>
      <ul className="mt-4">
        {names.dimensions.map(({ id, title, critical }) => {
          const part = figures.dimensions.find((d) => d.id === id)!;
          const withConsensus = agreed?.dimensions.find((d) => d.id === id);
          return (
            <li key={id} className="border-t border-rule py-4">
              <div className="grid items-center gap-x-8 sm:grid-cols-[16rem_1fr_6rem]">
                <h3 className="text-lg">
                  {title}
                  {critical && <span className="block font-sans text-sm font-normal text-quiet">{say("result:critical")}</span>}
                </h3>
                <SmallScoreLine score={part.mean} cuts={cuts} label={scoreLineText(title, part.mean, NO_LEVEL, words)} />
                <p className="text-right font-serif text-xl whitespace-nowrap tabular-nums max-sm:-order-1 max-sm:text-left">
                  {part.mean === null ? say("terms:noScore") : displayScore(part.mean, language)}
                </p>
              </div>
              <p className="measure mt-2 text-sm text-quiet">
                {part.withheld ? `${say(`team:${part.withheld}_withheld`)}. ` : `${say("team:people", { count: part.n })}. `}
                {agreementText(part, words)}.{" "}
                {withConsensus?.score != null && withConsensus.published && say("team:agreedPart", { score: displayScore(withConsensus.score, language) })}
              </p>
            </li>
          );
        })}
      </ul>
      <details className="border-t border-rule pt-2">
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("team:table_pillars")}</summary>
        <Pillars figures={figures} />
      </details>
    </section>
  );
}

function Pillars({ figures }: { figures: TeamResult }) {
  const words = useWords();
  const { say, language } = words;
  const head = [
    { id: "pillar", title: say("team:pillar") },
    { id: "people", title: say("team:peopleColumn"), isFigure: true },
    { id: "mean", title: say("team:column_mean"), isFigure: true },
    { id: "weighted", title: say("team:column_weighted"), isFigure: true },
    { id: "coverage", title: say("team:column_coverage"), isFigure: true },
  ];
  return (
    <ScrollTable caption={say("team:table_pillars")} head={head}>
      {figures.pillars.map(({ id, n, mean, weighted, coverage, withheld }) => (
        <tr key={id}>
          <th scope="row" className="font-normal">
            {say(`terms:${id}`)}
          </th>
          <td className="figure">{n}</td>
          <td className="figure">{mean === null ? withheld && say(`team:${withheld}_withheld`) : displayScore(mean, language)}</td>
          <td className="figure">{weighted.mean === null ? say("terms:none") : displayScore(weighted.mean, language)}</td>
          <td className="figure">{coverage === null ? say("terms:none") : displayShare(coverage, words)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function takeaway({ dimensions }: TeamResult, names: TeamNames, { say, language }: Words): string {
  const scored = dimensions.flatMap(({ id, mean }) => (mean === null ? [] : [{ title: names.dimensions.find((d) => d.id === id)!.title, mean }]));
  scored.sort((a, b) => b.mean - a.mean);
  const [best, worst] = [scored[0], scored.at(-1)];
  if (!best || !worst) return say("result:noPartScored");
  if (scored.length === 1) return say("result:onePartScored", { part: best.title });
  const distance = best.mean - worst.mean;
  if (distance < 5) return say("result:partsClose");
  return say("result:partBehind", { worst: worst.title, points: displayScore(distance, language), best: nameWithin(best.title, language) });
}
