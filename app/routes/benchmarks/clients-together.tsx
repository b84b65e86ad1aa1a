import { ScrollTable } from "#app/components/team/scroll-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import type { ComparedPart } from "#app/domain/benchmark/comparison.ts";

/** A consultant's clients that share their results, without any single one. */
export function ClientsTogether({ clients }: { clients: { family: string; title: string; overall: ComparedPart }[] }) {
  const { say, language } = useWords();
  const head = [
    { id: "assessment", title: say("benchmarks:assessment") },
    { id: "clients", title: say("benchmarks:clientsCount"), isFigure: true },
    { id: "median", title: say("benchmarks:clientsMedian"), isFigure: true },
    { id: "half", title: say("benchmarks:clientsHalf"), isFigure: true },
  ];
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("benchmarks:clientsHeading")}</h2>
      <p className="measure mt-2">{say("benchmarks:clientsText")}</p>
      {clients.length === 0 ? (
        <p className="measure mt-4">{say("benchmarks:clientsNone")}</p>
      ) : (
        <ScrollTable caption={say("benchmarks:clientsTable")} head={head}>
          {clients.map(({ family, title, overall: { n, claim, median, middleHalf } }) => (
            <tr key={family}>
              <th scope="row">{title}</th>
              <td className="figure">
                {claim?.kind === "too_few" ? say("benchmarks:short_tooFew", { others: n, needed: claim.needed }) : displayCount(n, language)}
              </td>
              <td className="figure">{median === null ? say("benchmarks:notShown") : displayScore(median, language)}</td>
              <td className="figure">
                {middleHalf
                  ? say("benchmarks:halfRange", { low: displayScore(middleHalf.low, language), high: displayScore(middleHalf.high, language) })
                  : say("benchmarks:notShown")}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
