import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

/** Where somebody chooses a password, with what it takes. */
export function NewPasswordField({ label, problems }: { label: string; problems: readonly FieldProblem[] }) {
  const { say } = useWords();
  return <TextField name="password" type="password" label={label} hint={say("identity:passwordHint")} autoComplete="new-password" problems={problems} />;
}
