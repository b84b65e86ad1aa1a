import { Form } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { DATE_ORDERS, DECIMAL_SIGNS, SEPARATORS } from "#app/domain/kpis/import-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";

type ChooseColumnsProps = {
  fields: Record<string, string>;
  problems: FieldProblems;
  /** The titles of the columns. */
  columns: readonly string[];
  kpis: readonly { id: string; name: string }[];
};

/** The second step: which column is what, and how dates and decimals are written. Nothing is guessed about those, for 3/4 is two days. */
export function ChooseColumns({ fields, problems, columns, kpis }: ChooseColumnsProps) {
  const { say } = useWords();
  const titled = columns.map((title, index) => ({ value: String(index), label: title === "" ? say("kpiImport:untitled", { number: index + 1 }) : title }));
  const field = (name: string) => ({ id: name, value: fields[name] ?? null, error: problems.find((problem) => problem.field === name)?.message });
  const open = { value: "", label: say("kpiImport:choose") };
  return (
    <Form method="post" encType="multipart/form-data" className="mt-6 flex flex-col gap-y-6">
      <input type="hidden" name="content" value={fields["content"] ?? ""} />
      <SelectField
        {...field("separator")}
        label={say("kpiImport:separator")}
        options={SEPARATORS.map((value) => ({ value, label: say(`kpiImport:separator_${value}`) }))}
      />
      <SelectField {...field("dateColumn")} label={say("kpiImport:dateColumn")} options={[open, ...titled]} />
      <SelectField
        {...field("dates")}
        label={say("kpiImport:dates")}
        options={[open, ...DATE_ORDERS.map((value) => ({ value, label: say(`kpiImport:dates_${value}`) }))]}
      />
      <SelectField {...field("valueColumn")} label={say("kpiImport:valueColumn")} options={[open, ...titled]} />
      <SelectField
        {...field("decimals")}
        label={say("kpiImport:decimals")}
        options={[open, ...DECIMAL_SIGNS.map((value) => ({ value, label: say(`kpiImport:decimals_${value}`) }))]}
      />
      <SelectField {...field("kpiColumn")} label={say("kpiImport:kpiColumn")} options={[{ value: "", label: say("kpiImport:noColumn") }, ...titled]} />
      <SelectField
        {...field("kpi")}
        label={say("kpiImport:kpi")}
        hint={say("kpiImport:kpiHint")}
        options={[{ value: "", label: say("kpiImport:byColumn") }, ...kpis.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField {...field("noteColumn")} label={say("kpiImport:noteColumn")} options={[{ value: "", label: say("kpiImport:noColumn") }, ...titled]} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <button type="submit" name="intent" value="preview" className="button">
          {say("kpiImport:preview")}
        </button>
        <button type="submit" name="intent" value="read" className="button button-quiet">
          {say("kpiImport:readAgain")}
        </button>
      </p>
    </Form>
  );
}
