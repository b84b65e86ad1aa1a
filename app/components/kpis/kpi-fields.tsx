import { Choice } from "#app/components/forms/choice.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { CADENCES, LONGEST_DEFINITION, LONGEST_KPI_NAME, LONGEST_UNIT } from "#app/domain/kpis/kpi-terms.ts";
import { GRACE_DAYS } from "#app/domain/kpis/reading-period.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";

type KpiFieldsProps = {
  /** What the fields show, by name: as it is saved, or as it came back. */
  values: Readonly<Record<string, string>>;
  problems: FieldProblems;
  owners: readonly { id: string; name: string }[];
};

/** What a KPI is, who keeps it, and what it is measured against. */
export function KpiFields({ values, problems, owners }: KpiFieldsProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const value = (name: string) => values[name] ?? "";
  return (
    <>
      <LabelledField id="name" label={say("kpis:name")} error={error("name")}>
        {(ties) => <input {...ties} defaultValue={value("name")} maxLength={LONGEST_KPI_NAME} autoComplete="off" />}
      </LabelledField>
      <LabelledField id="unit" label={say("kpis:unit")} hint={say("kpis:unitHint")} error={error("unit")}>
        {(ties) => <input {...ties} defaultValue={value("unit")} maxLength={LONGEST_UNIT} autoComplete="off" />}
      </LabelledField>
      <LabelledField id="definition" label={say("kpis:definition")} hint={say("kpis:definitionHint")} error={error("definition")}>
        {(ties) => <textarea {...ties} rows={3} defaultValue={value("definition")} maxLength={LONGEST_DEFINITION} />}
      </LabelledField>
      <Choices
        name="better"
        legend={say("kpis:better")}
        chosen={value("better")}
        error={error("better")}
        of={["up", "down"]}
        label={(each) => say(`kpis:better_${each}`)}
      />
      <Choices
        name="cadence"
        legend={say("kpis:cadence")}
        chosen={value("cadence")}
        error={error("cadence")}
        of={CADENCES}
        label={(each) => say(`kpis:cadence_${each}`)}
      />
      <SelectField
        id="owner"
        label={say("kpis:owner")}
        hint={say("kpis:ownerHint", { count: GRACE_DAYS })}
        value={value("owner")}
        error={error("owner")}
        options={[{ value: "", label: say("kpis:nobody") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <div className="border-t border-rule pt-6">
        <h2 className="text-xl">{say("kpis:againstWhat")}</h2>
        <p className="measure mt-2">{say("kpis:againstWhatText")}</p>
      </div>
      <FigureField name="baseline" label={say("kpis:baseline")} hint={say("kpis:baselineHint")} value={value("baseline")} error={error("baseline")} />
      <LabelledField id="baselineOn" label={say("kpis:baselineOn")} error={error("baselineOn")}>
        {(ties) => <input {...ties} type="date" defaultValue={value("baselineOn")} />}
      </LabelledField>
      <FigureField name="worst" label={say("kpis:worst")} value={value("worst")} error={error("worst")} />
      <FigureField name="middle" label={say("kpis:middle")} value={value("middle")} error={error("middle")} />
      <FigureField name="best" label={say("kpis:best")} value={value("best")} error={error("best")} />
    </>
  );
}

type FigureFieldProps = { name: string; label: string; hint?: string; value: string; error: string | undefined };

/** A figure to type, with a decimal point or comma. */
export function FigureField({ name, label, hint, value, error }: FigureFieldProps) {
  return (
    <LabelledField id={name} label={label} error={error} {...(hint ? { hint } : {})}>
      {(ties) => <input {...ties} inputMode="decimal" defaultValue={value} maxLength={40} autoComplete="off" />}
    </LabelledField>
  );
}

type ChoicesProps<Value extends string> = {
  name: string;
  legend: string;
  chosen: string;
  error: string | undefined;
  of: readonly Value[];
  label: (value: Value) => string;
};

function Choices<Value extends string>({ name, legend, chosen, error, of, label }: ChoicesProps<Value>) {
  const { say } = useWords();
  return (
    <fieldset id={name} {...(error ? { "aria-describedby": `${name}-error` } : {})}>
      <legend className="font-semibold">{legend}</legend>
      {error && (
        <p id={`${name}-error`} className="border-l-4 border-alert pl-3 font-semibold text-alert">
          {say("frame:error", { message: error })}
        </p>
      )}
      {of.map((value) => (
        <Choice key={value} id={`${name}-${value}`} type="radio" name={name} value={value} label={label(value)} checked={chosen === value} />
      ))}
    </fieldset>
  );
}
