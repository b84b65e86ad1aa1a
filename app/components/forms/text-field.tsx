import type { FieldProblem } from "./error-summary.tsx";
import { LabelledField } from "./labelled-field.tsx";

type TextFieldProps = {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  hint?: string;
  autoComplete: string;
  /** What stands in it; what was typed before, where the form came back. */
  value?: string | undefined;
  problems?: readonly FieldProblem[];
  inputMode?: "text" | "numeric";
  maxLength?: number;
  /** Where a page has several forms with a field of this name. */
  id?: string;
};

const NONE: never[] = [];

/** One line to type in, with its label above, a hint, and what is wrong with it. */
export function TextField({ name, label, type = "text", hint, autoComplete, value, problems = NONE, inputMode, maxLength, id = name }: TextFieldProps) {
  const error = problems.find(({ field }) => field === id)?.message;
  return (
    <div className="mt-5">
      <LabelledField {...{ id, name, label, error }} {...(hint ? { hint } : {})}>
        {(ties) => (
          <input
            {...ties}
            type={type}
            defaultValue={value}
            autoComplete={autoComplete}
            inputMode={inputMode}
            maxLength={maxLength}
            autoCapitalize={type === "text" ? undefined : "none"}
            spellCheck={type === "text" ? undefined : false}
          />
        )}
      </LabelledField>
    </div>
  );
}
