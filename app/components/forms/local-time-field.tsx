import { LabelledField } from "./labelled-field.tsx";

type LocalTimeFieldProps = {
  id: string;
  name?: string;
  label: string;
  hint: string;
  /** What the clock of the organisation shows now; nothing before it makes sense. */
  clock: string;
  value: string | undefined;
  error?: string | undefined;
};

/** A day and a time of day by the organisation's clock. */
export function LocalTimeField({ clock, value, ...field }: LocalTimeFieldProps) {
  return <LabelledField {...field}>{(ties) => <input {...ties} type="datetime-local" min={clock} defaultValue={value} />}</LabelledField>;
}
