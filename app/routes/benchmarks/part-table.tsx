import { SmallScoreLine } from "#app/components/charts/score-line-figure.tsx";
import { ScrollTable } from "#app/components/team/scroll-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import type { ShownComparison } from "#app/services/benchmark/benchmark-page.server.ts";

/** The whole, the dimensions and the pillars beside those of others. */
export function PartTable({ shown: { parts, levels, parent } }: { shown: ShownComparison }) {
  const { say, language } = useWords();
  const isShrunk = parts.some(({ shrunk }) => shrunk !== null);
  const figure = (value: number | null | undefined) => (value == null ? say("benchmarks:notShown") : displayScore(value, language));
  const head = [
    { id: "part", title: say("benchmarks:part") },
    { id: "own", title: say("benchmarks:ownColumn"), isFigure: true },
    { id: "picture", title: say("benchmarks:picture") },
    { id: "median", title: say("benchmarks:medianColumn"), isFigure: true },
    ...(isShrunk ? [{ id: "shrunk", title: say("benchmarks:shrunkColumn"), isFigure: true }] : []),
    { id: "others", title: say("benchmarks:othersColumn"), isFigure: true },
    { id: "said", title: say("benchmarks:said") },
  ];
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("benchmarks:partsHeading")}</h2>
      <ScrollTable caption={say("benchmarks:partsTable")} head={head} className="min-w-[52rem]">
        {parts.map(({ part, title, own, n, median, middleHalf, shrunk, said }) => (
          <tr key={part}>
            <th scope="row">{title}</th>
            <td className="figure">{figure(own)}</td>
            <td className="w-48">
              <SmallScoreLine
                score={own}
                middleHalf={middleHalf}
                cuts={levels.map(({ cut }) => cut)}
                label={
                  middleHalf
                    ? say("benchmarks:pictureLabel", { part: title, own: figure(own), low: figure(middleHalf.low), high: figure(middleHalf.high) })
                    : say("terms:line", { title, score: figure(own) })
                }
              />
            </td>
            <td className="figure">{figure(median)}</td>
            {isShrunk && <td className="figure">{figure(shrunk?.mean)}</td>}
            <td className="figure">{displayCount(n, language)}</td>
            <td>{said}</td>
          </tr>
        ))}
      </ScrollTable>
      {isShrunk && parent && <p className="measure mt-2 text-sm">{say("benchmarks:shrunkText", { parent })}</p>}
    </section>
  );
}
