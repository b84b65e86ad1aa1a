import { Form, useNavigation } from "@remix-run/react";
import type { ChangeEvent, FocusEvent } from "react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { MAX_QUARTERS } from "#app/domain/roadmap/plan-settings.ts";
import type { RoadmapPage } from "./roadmap-page.ts";
import type { useCapacityForm } from "./use-capacity-form.ts";

type CapacityFormProps = { page: RoadmapPage; action: string; form: ReturnType<typeof useCapacityForm> };

/** Person-weeks per pool and quarter. A plain GET form, so that every plan has an address. */
export function CapacityForm({ page, action, form }: CapacityFormProps) {
  const { say } = useWords();
  const busy = useNavigation().state !== "idle";
  const { register, messages, problems, onSubmit } = form;
  /** The query repeats one name for each pool; the form's state tells its quarters apart. */
  const registerWeeks = (pool: Pillar, i: number) => {
    const { name, onChange, onBlur, ref } = register(`weeks.${pool}.${i}`);
    return {
      name: pool,
      ref,
      onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ type: "change", target: { name, value: event.target.value } }),
      onBlur: (event: FocusEvent<HTMLInputElement>) => onBlur({ type: "blur", target: { name, value: event.target.value } }),
    };
  };
  const quarters = page.fields.weeks.people.length;
  return (
    <section className="no-print mt-10 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("roadmap:weeksToSpare")}</h2>
      <p className="measure mt-2 text-quiet">{say("roadmap:weeksToSpareText")}</p>
      <Form method="get" action={action} preventScrollReset onSubmit={onSubmit}>
        <ErrorSummary problems={problems} />
        <div className="mt-4 overflow-x-auto p-1" tabIndex={0} role="region" aria-label={say("roadmap:weeksTable")}>
          <table className="min-w-[26rem] text-sm">
            <thead>
              <tr>
                <th scope="col" className="py-1 pr-6 text-left">
                  {say("roadmap:pool")}
                </th>
                {Array.from({ length: quarters }, (_, i) => (
                  <th key={i} scope="col" className="px-1 text-left">
                    {say("roadmap:oneQuarter", { quarter: i + 1 })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PILLARS.map((pool) => (
                <tr key={pool}>
                  <th scope="row" className="py-1 pr-6 text-left font-normal">
                    {say(`terms:${pool}`)}
                  </th>
                  {Array.from({ length: quarters }, (_, i) => {
                    const id = `${pool}-${i + 1}`;
                    return (
                      <td key={i} className="p-1 align-top">
                        <input
                          {...registerWeeks(pool, i)}
                          id={id}
                          defaultValue={page.fields.weeks[pool][i]}
                          inputMode="decimal"
                          autoComplete="off"
                          aria-label={say("roadmap:poolInQuarter", { pool: say(`terms:${pool}`), quarter: i + 1 })}
                          {...described(id, messages[id])}
                          className="field w-18"
                        />
                        <Message of={id} text={messages[id]} />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3 text-sm">
          <div>
            <label htmlFor="quarters" className="mb-1 block font-semibold">
              {say("roadmap:quartersAhead", { most: MAX_QUARTERS })}
            </label>
            <input
              {...register("quarters")}
              id="quarters"
              defaultValue={page.fields.quarters}
              inputMode="numeric"
              autoComplete="off"
              className="field w-20"
              {...described("quarters", messages["quarters"])}
            />
            <Message of="quarters" text={messages["quarters"]} />
          </div>
          <div>
            <label htmlFor="budget" className="mb-1 block font-semibold">
              {say("roadmap:budget")}
            </label>
            <input
              {...register("budget")}
              id="budget"
              defaultValue={page.fields.budget}
              inputMode="decimal"
              autoComplete="off"
              className="field w-36"
              {...described("budget", messages["budget"])}
            />
            <Message of="budget" text={messages["budget"]} />
          </div>
          <button type="submit" className="button" aria-disabled={busy}>
            {say(busy ? "roadmap:planning" : "roadmap:planAgain")}
          </button>
        </div>
      </Form>
    </section>
  );
}

function described(field: string, message: string | undefined) {
  return message === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${field}-problem` };
}

function Message({ of, text }: { of: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${of}-problem`} className="max-w-36 text-xs break-words hyphens-auto font-semibold text-alert">
      {text}
    </p>
  );
}
