import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount } from "#app/domain/report/display.ts";

type WorkedPartProps = {
  /** `x` is from 0 to 1; null where the answer does not count. */
  lines: readonly { item: string; question: string; answer: string; x: number | null; weight: number }[];
  /** Of what was answered: the sum of the weights, and of weight × value. */
  weight: number;
  weighed: number;
};

/** The answers of one part with their values and weights, and the sums its score is made of. */
export function WorkedPart({ lines, weight, weighed }: WorkedPartProps) {
  const { say, language } = useWords();
  return (
    <div className="mt-4 max-w-[46rem] overflow-x-auto" tabIndex={0} role="region" aria-label={say("method:partTable")}>
      <table className="figures min-w-[32rem]">
        <thead>
          <tr>
            <th scope="col">{say("method:questionAndAnswer")}</th>
            <th scope="col" className="figure">
              {say("method:value")}
            </th>
            <th scope="col" className="figure">
              {say("method:weight")}
            </th>
            <th scope="col" className="figure">
              {say("method:weightTimesValue")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.item}>
              <td>
                {line.question}
                <span className="block text-quiet">{line.answer}</span>
              </td>
              <td className="figure">{line.x === null ? say("method:notCounted") : displayAmount(line.x, language)}</td>
              <td className="figure">{displayAmount(line.weight, language)}</td>
              <td className="figure">{line.x === null ? "" : displayAmount(line.x * line.weight, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("method:sum")}</th>
            <td />
            <td className="figure">{displayAmount(weight, language)}</td>
            <td className="figure">{displayAmount(weighed, language)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
