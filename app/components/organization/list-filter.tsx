import { Form, Link } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { orderFields } from "#app/domain/cycles/list-query.ts";

type ListFilterProps = {
  /** What the search is for. */
  label: string;
  fields: { id: string; name?: string; label: string; value: string | null; options: { value: string; label: string }[] }[];
  /** Stays as it is. */
  order: { sort: string; isRising: boolean };
  /** The list without any choice. */
  all: string;
};

/** Chooses a part of a list of an organisation's. */
export function ListFilter({ label, fields, order, all }: ListFilterProps) {
  const { say } = useWords();
  const key = fields.map(({ value }) => value ?? "").join(" ");
  return (
    <Form key={key} method="get" role="search" aria-label={label} className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm">
      {Object.entries(orderFields(order)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <SelectField key={field.id} {...field} />
      ))}
      <button type="submit" className="button button-quiet">
        {say("workspace:show")}
      </button>
      {fields.some(({ value }) => value !== null) && (
        <Link to={all} className="inline-flex min-h-11 items-center">
          {say("workspace:showAll")}
        </Link>
      )}
    </Form>
  );
}
