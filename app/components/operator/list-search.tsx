import { Form } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { AdminQuery } from "#app/domain/operator/admin-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";

type ListSearchProps = {
  query: AdminQuery<string>;
  /** What the text is looked for in. */
  label: string;
  /** What is chosen besides it. */
  choice: { name: string; label: string; options: { value: string; label: string }[] };
};

/** Looks for a part of an operator's list. */
export function ListSearch({ query, label, choice }: ListSearchProps) {
  const { say } = useWords();
  return (
    <Form
      method="get"
      role="search"
      aria-label={say("admin:search")}
      className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
    >
      <LabelledField id="q" label={label}>
        {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
      </LabelledField>
      <SelectField key={query.choice} id={choice.name} label={choice.label} value={query.choice} options={choice.options} />
      <button type="submit" className="button button-quiet">
        {say("admin:show")}
      </button>
    </Form>
  );
}

/** The address of a page of a list that was looked for. */
export function pageOf(path: string, { q, choice }: AdminQuery<string>, name: string) {
  return (page: number) => `${path}?${new URLSearchParams({ q, [name]: choice, page: String(page) }).toString()}`;
}
