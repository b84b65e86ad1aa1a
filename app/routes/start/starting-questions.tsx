import { Form } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { SENT_FIELD, type StartingForm } from "#app/domain/start/starting-form.ts";
import { paths } from "#app/paths.ts";

type StartingQuestionsProps = {
  questions: { id: string; text: string; options: { id: string; label: string }[] }[];
  form: Pick<StartingForm, "chosen" | "problems">;
};

/** The questions as a plain GET form, so that what they lead to has an address. The choices are those of the address, not what a browser remembers. */
export function StartingQuestions({ questions, form: { chosen, problems } }: StartingQuestionsProps) {
  const { say } = useWords();
  return (
    <Form method="get" action={paths.start} autoComplete="off" className="mt-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name={SENT_FIELD} value="yes" />
      {questions.map(({ id, text, options }) => {
        const error = problems.find(({ field }) => field === id)?.message;
        return (
          // Anew when the address says something else, so that the choices follow it.
          <fieldset key={`${id} ${chosen[id] ?? ""}`} id={id} className="border-t border-rule py-6" aria-describedby={error ? `${id}-error` : undefined}>
            <legend className="float-left mb-3 w-full text-lg font-semibold">{text}</legend>
            <div className="clear-both">
              {error && (
                <p id={`${id}-error`} className="mb-3 border-l-4 border-alert pl-3 font-semibold text-alert">
                  {say("catalogue:error", { message: error })}
                </p>
              )}
              {options.map((option, i) => (
                <Choice
                  key={option.id}
                  id={`${id}-${i + 1}`}
                  type="radio"
                  name={id}
                  value={option.id}
                  label={option.label}
                  checked={chosen[id] === option.id}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <button type="submit" className="button">
        {say("catalogue:showWhere")}
      </button>
    </Form>
  );
}
