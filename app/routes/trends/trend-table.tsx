import { TakeFile } from "#app/components/organization/take-file.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { leadIn } from "#app/domain/report/lead-in.ts";
import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { trendName, trendRows, type TrendView } from "#app/domain/trends/trend-words.ts";
import { organizationPaths } from "#app/organization-paths.ts";

/** Every figure of a trend by quarter, and the same as a file. */
export function TrendTable({ frame, trend }: { frame: WorkspaceFrame; trend: TrendView & { drawn: string | null } }) {
  const words = useWords();
  const { say } = words;
  const { head, rows } = trendRows(trend, words);
  const caption = say("change:tableOf", { title: leadIn(trendName(trend, words)) });
  return (
    <>
      <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
        <table className="figures min-w-[40rem]">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((text, i) => (
                <th key={text} scope="col" className={i > 0 ? "figure" : ""}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([period, ...cells]) => (
              <tr key={period}>
                <th scope="row" className="whitespace-nowrap">
                  {period}
                </th>
                {cells.map((cell, i) => (
                  <td key={head[i + 1]} className="figure">
                    {cell ?? say("change:notThere")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TakeFile frame={frame} to={organizationPaths.trendFile(frame.slug, trend.slug, trend.drawn)} text={say("change:toFile")} />
    </>
  );
}
