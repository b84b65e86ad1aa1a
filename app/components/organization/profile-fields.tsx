import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type FieldProblems, LONGEST_NAME } from "#app/domain/tenancy/organization-form.ts";
import { INDUSTRIES, REGIONS, SIZE_BANDS } from "#app/domain/tenancy/profile-choices.ts";

/** What the fields show: as it is saved, or as it came back. */
export type ProfileFieldValues = { name: string; industry: string | null; sizeBand: string | null; region: string | null };
type ProfileFieldsProps = { values: ProfileFieldValues; problems: FieldProblems };

export function NameField({ values, problems }: ProfileFieldsProps) {
  const { say } = useWords();
  return (
    <LabelledField id="name" label={say("organizations:name")} error={problems.find(({ field }) => field === "name")?.message}>
      {(ties) => <input {...ties} defaultValue={values.name} maxLength={LONGEST_NAME} autoComplete="organization" />}
    </LabelledField>
  );
}

/** By whose clock the organisation lives. */
export function TimeZoneField({ value, zones, problems }: { value: string; zones: readonly string[]; problems: FieldProblems }) {
  const { say } = useWords();
  return (
    <SelectField
      id="timeZone"
      label={say("organizations:timeZone")}
      hint={say("organizations:timeZoneHint")}
      value={value}
      error={problems.find(({ field }) => field === "timeZone")?.message}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
    />
  );
}

/** What results are compared by. */
export function ComparisonFields({ values, problems }: ProfileFieldsProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const open = { value: "", label: say("organizations:notSaid") };
  return (
    <>
      <SelectField
        id="industry"
        label={say("organizations:industry")}
        value={values.industry}
        error={error("industry")}
        options={[open, ...INDUSTRIES.map((value) => ({ value, label: say(`organizations:industry_${value}`) }))]}
      />
      <SelectField
        id="sizeBand"
        label={say("organizations:sizeBand")}
        value={values.sizeBand}
        error={error("sizeBand")}
        options={[open, ...SIZE_BANDS.map((value) => ({ value, label: say(`organizations:sizeBand_${value}`) }))]}
      />
      <SelectField
        id="region"
        label={say("organizations:region")}
        value={values.region}
        error={error("region")}
        options={[open, ...REGIONS.map((value) => ({ value, label: say(`organizations:region_${value}`) }))]}
      />
    </>
  );
}
