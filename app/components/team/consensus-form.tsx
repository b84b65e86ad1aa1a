import { Form } from "@remix-run/react";
import { AnswerFields } from "#app/components/forms/answer-fields.tsx";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_REASON } from "#app/domain/agreement/consensus.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";

/** The id of the form, for the button that stands with a conflict. */
export const CONSENSUS_FORM = "consensus";

type ConsensusFormProps = {
  /** With the answer that its fields show. */
  question: QuestionView;
  reason: string;
  revision: number;
  problems: readonly FieldProblem[];
  /** Whether there is something to take back. */
  isAgreed: boolean;
};

/** Where a team writes down what it agreed on for a question, and why. */
export function ConsensusForm({ question, reason, revision, problems, isAgreed }: ConsensusFormProps) {
  const { say } = useWords();
  const { id } = question;
  const error = problems.find(({ field }) => field === id)?.message;
  return (
    <>
      <Form id={CONSENSUS_FORM} method="post" className="mt-4">
        {/* In the form and not on its button: the one that stands with a conflict sends it too. */}
        <input type="hidden" name="intent" value="set" />
        <input type="hidden" name="revision" value={revision} />
        <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined}>
          <legend className="mb-2 font-semibold">{say("team:agreedChoose")}</legend>
          {error && (
            <p id={`${id}-error`} className="mb-3 border-l-4 border-alert pl-3 font-semibold text-alert">
              {say("frame:error", { message: error })}
            </p>
          )}
          <div className="max-w-[42rem]">
            <AnswerFields question={question} answer={question.answer} entered={question.entered} />
          </div>
        </fieldset>
        <div className="mt-4">
          <LabelledField id="reason" label={say("team:reason")} hint={say("team:reasonHint")} error={problems.find(({ field }) => field === "reason")?.message}>
            {(ties) => <textarea {...ties} rows={4} defaultValue={reason} maxLength={LONGEST_REASON} />}
          </LabelledField>
        </div>
        <p className="mt-4">
          <button type="submit" className="button">
            {say("team:save")}
          </button>
        </p>
      </Form>
      {isAgreed && (
        <details className="mt-4">
          <summary className="inline-flex min-h-11 items-center text-accent">{say("team:withdraw")}</summary>
          <p className="measure mt-2">{say("team:withdrawText")}</p>
          <Form method="post" className="mt-2">
            <input type="hidden" name="revision" value={revision} />
            <button type="submit" name="intent" value="withdraw" className="button button-quiet">
              {say("team:withdraw")}
            </button>
          </Form>
        </details>
      )}
    </>
  );
}
