import { Form, Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { type CatalogueFields, LONGEST_SEARCH } from "#app/domain/assessment/catalogue-query.ts";
import { AUDIENCES, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { paths } from "#app/paths.ts";

type SearchFormProps = {
  fields: CatalogueFields;
  /** By field; empty when all is well. */
  errors: Record<string, string>;
};

/** A plain GET form, so that every list has an address. Its fields say what the address says, not what a browser remembers of them. */
export function SearchForm({ fields, errors }: SearchFormProps) {
  const { say } = useWords();
  const form = useFieldsOfAddress(fields);
  const wished = Object.values(fields).some((text) => text !== "");
  return (
    <Form
      ref={form}
      role="search"
      aria-label={say("frame:assessments")}
      method="get"
      action={paths.assessments}
      preventScrollReset
      autoComplete="off"
      className="mt-8 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
    >
      <Field id="q" label={say("catalogue:search")} error={errors["q"]} grows>
        <input id="q" type="search" name="q" defaultValue={fields.q} maxLength={LONGEST_SEARCH} className="field w-full" aria-describedby="q-note" />
      </Field>
      <Field id="role" label={say("catalogue:forWhom")} error={errors["role"]}>
        <select id="role" name="role" defaultValue={fields.role} className="field w-full" aria-describedby="role-note">
          <option value="">{say("catalogue:everybody")}</option>
          {AUDIENCES.map((role) => (
            <option key={role} value={role}>
              {say(`terms:${role}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="pillar" label={say("catalogue:about")} error={errors["pillar"]}>
        <select id="pillar" name="pillar" defaultValue={fields.pillar} className="field w-full" aria-describedby="pillar-note">
          <option value="">{say("catalogue:allPillars")}</option>
          {PILLARS.map((pillar) => (
            <option key={pillar} value={pillar}>
              {say(`terms:${pillar}`)}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className="button">
        {say("catalogue:show")}
      </button>
      {wished && <ShowAll>{say("catalogue:showAll")}</ShowAll>}
    </Form>
  );
}

/** Takes every wish back. The link goes away with the wishes, so the focus goes to where new ones are entered. */
export function ShowAll({ children }: { children: ReactNode }) {
  return (
    <Link to={paths.assessments} preventScrollReset className="inline-flex min-h-11 items-center" onClick={() => document.getElementById("q")?.focus()}>
      {children}
    </Link>
  );
}

function Field({ id, label, error, grows, children }: { id: string; label: string; error: string | undefined; grows?: boolean; children: ReactNode }) {
  const { say } = useWords();
  return (
    <div className={grows ? "min-w-0 flex-[1_1_16rem]" : "min-w-0"}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {children}
      <p id={`${id}-note`} className="max-w-60 font-semibold text-alert empty:hidden">
        {error && say("catalogue:error", { message: error })}
      </p>
    </div>
  );
}

/** Keeps the fields in step with the address, also when somebody goes back, without taking the focus from them. */
function useFieldsOfAddress(fields: CatalogueFields) {
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(fields);
  useEffect(() => {
    if (shown.current === fields) return;
    shown.current = fields;
    for (const [name, text] of Object.entries(fields)) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text;
    }
  }, [fields]);
  return form;
}
