import { useWords } from "#app/components/words/use-words.tsx";
import type { FieldProblem } from "./error-summary.tsx";

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
  const { say } = useWords();
  const problem = problems.find(({ field }) => field === id);
  const describedBy = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="mt-5 max-w-[34rem]">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-error`} className="mt-1 border-l-4 border-alert pl-3 font-semibold text-alert">
          {say("frame:error", { message: problem.message })}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        autoCapitalize={type === "text" ? undefined : "none"}
        spellCheck={type === "text" ? undefined : false}
        className="field mt-1 w-full"
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  );
}
