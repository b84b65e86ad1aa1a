import { useWords } from "#app/components/words/use-words.tsx";
import { displayShare } from "#app/domain/report/display.ts";
import type { PortfolioPillarView } from "#app/domain/report/portfolio-view.ts";
import { Unasked } from "./pillar-figure.tsx";

/** How the pillars of all questions together were made, with what each rests on. */
export function LastLine({ pillars }: { pillars: readonly PortfolioPillarView[] }) {
  const words = useWords();
  const { say } = words;
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("portfolio:lastLine")}</summary>
      <p className="measure text-sm text-quiet">{say("portfolio:lastLineText")}</p>
      <div className="relative mt-2 max-w-[36rem] overflow-x-auto" tabIndex={0} role="region" aria-label={say("portfolio:lastLineTable")}>
        <table className="figures min-w-[26rem]">
          <thead>
            <tr>
              <th scope="col">{say("portfolio:pillar")}</th>
              <th scope="col" className="figure">
                {say("portfolio:questions")}
              </th>
              <th scope="col" className="figure">
                {say("portfolio:countedElsewhere")}
              </th>
              <th scope="col" className="figure">
                {say("portfolio:coverage")}
              </th>
            </tr>
          </thead>
          <tbody>
            {pillars.map((p) => (
              <tr key={p.id}>
                <th scope="row" className="font-normal">
                  {p.title}
                </th>
                <td className="figure">{p.questions}</td>
                <td className="figure">{p.countedOnce}</td>
                <td className="figure">{p.questions === 0 ? <Unasked /> : p.coverage === null ? say("portfolio:none") : displayShare(p.coverage, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
