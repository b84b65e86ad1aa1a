import { zodResolver } from "@hookform/resolvers/zod";
import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { type ChangeEvent, type FocusEvent, useRef } from "react";
import { useForm } from "react-hook-form";
import { type Pillar, PILLAR_TITLES, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { type CapacityFields, capacityFormSchema } from "#app/domain/roadmap/capacity-form.ts";
import type { RoadmapPage } from "./roadmap-page.ts";

/** Person-weeks per pool and quarter. A plain GET form, so that every plan has an address; checked in the browser by the same schema. */
export function CapacityForm({ page, action }: { page: RoadmapPage; action: string }) {
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const { register, handleSubmit, formState } = useForm<CapacityFields>({
    defaultValues: page.fields,
    // The next plan's figures come into the same form, so that the focus stays where it is.
    values: page.fields,
    resolver: zodResolver(capacityFormSchema, undefined, { raw: true }),
    reValidateMode: "onSubmit",
  });
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
  const message = (pool: Pillar, i: number) => formState.errors.weeks?.[pool]?.[i]?.message ?? page.errors[`${pool}.${i + 1}`];
  const horizonError = formState.errors.quarters?.message ?? page.errors["quarters"];
  const budgetError = formState.errors.budget?.message ?? page.errors["budget"];
  const failed = Object.keys(formState.errors).length > 0 || Object.keys(page.errors).length > 0;
  return (
    <section className="no-print mt-10 border-t border-rule pt-8">
      <h2 className="text-2xl">The weeks you can spare</h2>
      <p className="measure mt-2 text-quiet">Person-weeks per pool and quarter. The start is three in each; put in your own and the plan is made anew.</p>
      <Form
        ref={form}
        method="get"
        action={action}
        preventScrollReset
        onSubmit={(event) => {
          event.preventDefault();
          void handleSubmit(() => submit(form.current, { preventScrollReset: true }))(event);
        }}
      >
        {failed && (
          <p role="alert" className="mt-4 border-l-4 border-alert pl-3 font-semibold text-alert">
            Error: some figures cannot be used. They are marked below.
          </p>
        )}
        <div className="mt-4 overflow-x-auto p-1" tabIndex={0} role="region" aria-label="Person-weeks per pool and quarter">
          <table className="min-w-[26rem] text-sm">
            <thead>
              <tr>
                <th scope="col" className="py-1 pr-6 text-left">
                  Pool
                </th>
                {Array.from({ length: quarters }, (_, i) => (
                  <th key={i} scope="col" className="px-1 text-left">
                    Q{i + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PILLARS.map((pool) => (
                <tr key={pool}>
                  <th scope="row" className="py-1 pr-6 text-left font-normal">
                    {PILLAR_TITLES[pool]}
                  </th>
                  {Array.from({ length: quarters }, (_, i) => (
                    <td key={i} className="p-1 align-top">
                      <input
                        {...registerWeeks(pool, i)}
                        defaultValue={page.fields.weeks[pool][i]}
                        inputMode="decimal"
                        autoComplete="off"
                        aria-label={`${PILLAR_TITLES[pool]}, quarter ${i + 1}`}
                        aria-invalid={message(pool, i) ? true : undefined}
                        className="field w-18"
                      />
                      {message(pool, i) && <p className="max-w-28 text-xs font-semibold text-alert">{message(pool, i)}</p>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3 text-sm">
          <Field label="Quarters ahead (1 to 12)" error={horizonError}>
            <input
              {...register("quarters")}
              defaultValue={page.fields.quarters}
              inputMode="numeric"
              autoComplete="off"
              className="field w-20"
              aria-invalid={horizonError ? true : undefined}
            />
          </Field>
          <Field label="Budget per quarter in EUR (empty: no limit)" error={budgetError}>
            <input
              {...register("budget")}
              defaultValue={page.fields.budget}
              inputMode="decimal"
              autoComplete="off"
              className="field w-36"
              aria-invalid={budgetError ? true : undefined}
            />
          </Field>
          <button type="submit" className="button" aria-disabled={busy}>
            {busy ? "Planning" : "Plan again"}
          </button>
        </div>
      </Form>
    </section>
  );
}

function Field({ label, error, children }: { label: string; error: string | undefined; children: React.ReactNode }) {
  return (
    <label className="block">
      <span className="mb-1 block font-semibold">{label}</span>
      {children}
      {error && <span className="block text-xs font-semibold text-alert">{error}</span>}
    </label>
  );
}
