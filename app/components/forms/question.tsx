import { useWords } from "#app/components/words/use-words.tsx";
import type { Answer } from "#app/domain/assessment/answer.ts";
import { fieldName } from "#app/domain/assessment/form-fields.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";
import { CarriedFrom } from "#app/components/ui/carried-from.tsx";
import type { CarriedNote } from "#app/domain/report/carried-notes.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { answerLabel } from "./answer-label.ts";
import type { Conflict } from "./use-answer-queue.ts";

type QuestionProps = {
  question: QuestionView;
  carried?: CarriedNote | undefined;
  answer: Answer;
  /** What its fields held when the screen was refused, word for word. */
  entered: readonly string[] | undefined;
  revision: number;
  error?: string | undefined;
  conflict?: Conflict | undefined;
  onKeepMine(): void;
  onUseOther(): void;
};

/** One question: a fieldset, nothing preselected, the two ways out set apart, the rest behind "More". */
export function Question({ question, carried, answer, entered, revision, error, conflict, onKeepMine, onUseOther }: QuestionProps) {
  const words = useWords();
  const { say } = words;
  const { id, kind, number } = question;
  const noted = answer.comment || answer.confidence || answer.evidence;
  return (
    <fieldset id={id} className="border-t border-rule py-6" data-question={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="float-left mb-3 w-full max-w-[42rem] text-lg font-semibold">
        <span className="mr-2 text-quiet tabular-nums">{number}.</span>
        {question.text}
      </legend>
      <input type="hidden" name={fieldName("revision", id)} value={revision} readOnly />
      <input type="hidden" name={fieldName("shown", id)} value={question.shown} readOnly />
      <div className="clear-both max-w-[42rem]">
        {carried && revision === question.revision && (
          <p className="mb-2">
            <CarriedFrom note={carried} />
          </p>
        )}
        {kind === "multi" && <p className="mb-2 text-sm text-quiet">{say("taking:chooseAll")}</p>}
        {error && (
          <p id={`${id}-error`} className="mb-3 border-l-4 border-alert pl-3 font-semibold text-alert">
            {say("frame:error", { message: error })}
          </p>
        )}
        {conflict && (
          <div role="alert" className="mb-3 border-l-4 border-alert pl-3">
            <p className="font-semibold">{say("taking:elsewhere")}</p>
            <p>{say("taking:elsewhereSays", { answer: answerLabel(question, conflict.current, words) })}</p>
            <button type="button" className="button-plain mr-6" onClick={onKeepMine}>
              {say("taking:keepMine")}
            </button>
            <button type="button" className="button-plain" onClick={onUseOther}>
              {say("taking:takeOther")}
            </button>
          </div>
        )}
        <AnswerFields question={question} answer={answer} entered={entered} />
        <details className="mt-1" open={noted ? true : undefined}>
          <summary className="flex min-h-11 items-center text-sm text-accent">{say("taking:whyAndNote")}</summary>
          <div className="space-y-4 pb-2">
            <p>{question.why}</p>
            <p className="text-sm text-quiet">{say("taking:whatWouldShowIt", { evidence: question.evidence })}</p>
            <Extras question={question} answer={answer} />
          </div>
        </details>
      </div>
    </fieldset>
  );
}

function Extras({ question, answer }: { question: QuestionView; answer: Answer }) {
  const { say } = useWords();
  const { id } = question;
  return (
    <div className="grid gap-4">
      <label className="block text-sm">
        <span className="block font-semibold">{say("taking:howSure")}</span>
        <select name={fieldName("confidence", id)} defaultValue={answer.confidence ?? ""} className="field mt-1 w-full max-w-60">
          <option value="">{say("taking:notStated")}</option>
          <option value="certain">{say("taking:certain")}</option>
          <option value="fairly_sure">{say("taking:fairlySure")}</option>
          <option value="guess">{say("taking:guess")}</option>
        </select>
      </label>
      <label className="block text-sm">
        <span className="block font-semibold">{say("taking:note")}</span>
        <textarea name={fieldName("comment", id)} defaultValue={answer.comment ?? ""} rows={2} maxLength={1000} className="field mt-1 w-full" />
      </label>
      <label className="block text-sm">
        <span className="block font-semibold">{say("taking:link")}</span>
        <input
          type="url"
          name={fieldName("evidence", id)}
          defaultValue={answer.evidence?.link ?? ""}
          maxLength={500}
          placeholder="https://"
          className="field mt-1 w-full"
        />
      </label>
    </div>
  );
}
