import { Form } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { PreviewRow } from "#app/services/kpis/import-page.server.ts";
import { ChooseColumns } from "./choose-columns.tsx";

type PreviewProps = {
  fields: Record<string, string>;
  preview: { rows: PreviewRow[]; total: number; wrong: number; overtaken: number; counts: { new: number; replaced: number; same: number } };
  columns: readonly string[];
  kpis: readonly { id: string; name: string }[];
};

/** The last step: what will change row by row, and what is wrong with rows. One that is wrong keeps all of them out. */
export function Preview({ fields, preview: { rows, total, wrong, overtaken, counts }, columns, kpis }: PreviewProps) {
  const { say } = useWords();
  const { intent: _, ...carried } = fields;
  return (
    <>
      {overtaken > 0 && (
        <p role="alert" className="measure mt-4 border-l-4 border-alert py-1 pl-4 font-semibold">
          {say("kpiImport:overtaken", { count: overtaken })}
        </p>
      )}
      <p className="measure mt-4">{say("kpiImport:counts", { total, added: counts.new, replaced: counts.replaced, same: counts.same })}</p>
      {wrong > 0 ? (
        <p role="alert" className="measure mt-4 border-l-4 border-alert py-1 pl-4 font-semibold">
          {say("kpiImport:wrongRows", { count: wrong })}
        </p>
      ) : (
        <Form method="post" encType="multipart/form-data" className="mt-4">
          {Object.entries(carried).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" name="intent" value="confirm" className="button">
            {say("kpiImport:confirm")}
          </button>
        </Form>
      )}
      <PreviewTable rows={rows} total={total} />
      <details className="mt-10 border-t border-rule pt-6" open={wrong > 0}>
        <summary className="inline-flex min-h-11 items-center text-accent">{say("kpiImport:changeColumns")}</summary>
        <ChooseColumns fields={fields} problems={[]} columns={columns} kpis={kpis} />
      </details>
    </>
  );
}

function PreviewTable({ rows, total }: { rows: readonly PreviewRow[]; total: number }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={say("kpiImport:table")}>
      <table className="figures min-w-[40rem]">
        <caption className={rows.length < total ? "text-left text-sm text-quiet" : "sr-only"}>
          {rows.length < total ? say("kpiImport:tablePart", { shown: rows.length, total }) : say("kpiImport:table")}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say("kpiImport:line")}
            </th>
            <th scope="col">{say("kpiImport:what")}</th>
            <th scope="col">{say("kpiImport:kpiName")}</th>
            <th scope="col">{say("kpis:day")}</th>
            <th scope="col" className="figure">
              {say("kpis:value")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells, kpi, on, value, before, fate, isOvertaken, problem }) => (
            <tr key={line}>
              <th scope="row" className="figure font-normal">
                {line}
              </th>
              {problem !== null ? (
                <>
                  <td className="font-semibold text-alert">{say(`kpiImport:row_${problem}`)}</td>
                  <td colSpan={3} className="font-mono text-xs wrap-anywhere">
                    {cells.join(" | ")}
                  </td>
                </>
              ) : (
                <>
                  <td>
                    {fate === "replaced" && before !== null
                      ? say("kpiImport:fate_replaced", { before: displayReading(before, "", words) })
                      : say(fate === "same" ? "kpiImport:fate_same" : "kpiImport:fate_new")}
                    {isOvertaken && <strong className="block text-alert">{say("kpiImport:cameSince")}</strong>}
                  </td>
                  <td className="wrap-anywhere">{kpi}</td>
                  <td className="whitespace-nowrap">{on && displayDate(on, language)}</td>
                  <td className="figure">{value !== null && displayReading(value, "", words)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
