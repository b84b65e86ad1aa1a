import { Form, Link, useLoaderData } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { FigureField } from "#app/components/kpis/kpi-fields.tsx";
import { TakeFile } from "#app/components/organization/take-file.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import { READINGS_A_PAGE } from "#app/domain/kpis/kpi-query.ts";
import { LONGEST_NOTE } from "#app/domain/kpis/kpi-terms.ts";
import { kpiValue } from "#app/domain/kpis/kpi-value.ts";
import { displayDate, displayShare } from "#app/domain/report/display.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { loader } from "./route.tsx";

/** A new reading, of today unless another day is said. */
export function AddReading({ fields, problems }: { fields: Record<string, string>; problems: FieldProblems }) {
  const { say } = useWords();
  const { today, total } = useLoaderData<typeof loader>();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <section className="no-print mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("kpis:addReading")}</h2>
      {/* Anew after each reading, so that the fields are empty again. */}
      <Form key={total} method="post" className="mt-4 flex flex-col gap-y-6">
        <LabelledField id="on" label={say("kpis:day")} error={error("on")}>
          {(ties) => <input {...ties} type="date" defaultValue={fields["on"] ?? today} max={today} />}
        </LabelledField>
        <FigureField name="value" label={say("kpis:value")} value={fields["value"] ?? ""} error={error("value")} />
        <LabelledField id="note" label={say("kpis:note")} hint={say("kpis:noteHint")} error={error("note")}>
          {(ties) => <input {...ties} defaultValue={fields["note"] ?? ""} maxLength={LONGEST_NOTE} autoComplete="off" />}
        </LabelledField>
        <p>
          <button type="submit" name="intent" value="add-reading" className="button">
            {say("kpis:addIt")}
          </button>
        </p>
      </Form>
    </section>
  );
}

/** Every reading as a figure: what the chart is drawn from. */
export function Readings() {
  const words = useWords();
  const { say, language } = words;
  const { frame, kpi, readings, total, page, mayEdit, mayTake } = useLoaderData<typeof loader>();
  const { slug } = frame;
  if (total === 0) return <p className="measure mt-10 border-t border-rule pt-6">{say("kpis:noReadings")}</p>;
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("kpis:readings")}</h2>
      <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("kpis:readingsTable")}>
        <table className="figures min-w-[36rem]">
          <caption className="sr-only">{say("kpis:readingsTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("kpis:day")}</th>
              <th scope="col" className="figure">
                {say("kpis:value")}
              </th>
              {kpi.anchors && (
                <th scope="col" className="figure">
                  {say("kpis:share")}
                </th>
              )}
              <th scope="col">{say("kpis:note")}</th>
              <th scope="col">{say("kpis:source")}</th>
              {mayEdit && (
                <th scope="col" className="no-print">
                  {say("kpis:change")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {readings.map(({ on, value, note, source, enteredBy }) => (
              <tr key={on}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {displayDate(on, language)}
                </th>
                <td className="figure whitespace-nowrap">{displayReading(value, kpi.unit, words)}</td>
                {kpi.anchors && <td className="figure">{displayShare(kpiValue(kpi.anchors, value), words)}</td>}
                <td className="words">{note}</td>
                <td className="words text-quiet">{say("kpis:enteredBy", { source: say(`kpis:source_${source}`), person: enteredBy })}</td>
                {mayEdit && (
                  <td className="no-print">
                    <Link
                      to={organizationPaths.kpiReading(slug, kpi.id, on)}
                      aria-label={say("kpis:changeOf", { day: displayDate(on, language) })}
                      className="inline-block py-1"
                    >
                      {say("kpis:change")}
                    </Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={Math.ceil(total / READINGS_A_PAGE)} to={(other) => `${organizationPaths.kpi(slug, kpi.id)}?page=${other}`} />
      {mayTake && <TakeFile frame={frame} to={organizationPaths.kpiReadingsFile(slug, kpi.id)} text={say("kpis:readingsFile")} />}
    </section>
  );
}
