import type { FieldProblem } from "./error-summary.tsx";
import { LabelledField } from "./labelled-field.tsx";

type TextAreaProps = {
  name: string;
  label: string;
  hint?: string;
  /** What stands in it. */
  value: string;
  maxLength: number;
  rows?: number;
  problems: readonly FieldProblem[];
};

/** Some lines to type in, with a label above, a hint, and what is wrong with it. */
export function TextArea({ name, label, hint, value, maxLength, rows = 3, problems }: TextAreaProps) {
  const error = problems.find(({ field }) => field === name)?.message;
  return (
    <LabelledField id={name} label={label} error={error} {...(hint ? { hint } : {})}>
      {(ties) => <textarea {...ties} rows={rows} defaultValue={value} maxLength={maxLength} />}
    </LabelledField>
  );
}
