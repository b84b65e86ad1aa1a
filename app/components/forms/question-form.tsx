import { Form, Link, useSubmit } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { paths } from "#app/paths.ts";
import { answerFromFields } from "./answer-from-fields.ts";
import { ErrorSummary, type FieldProblem } from "./error-summary.tsx";
import type { QuestionScreen, QuestionView } from "#app/domain/assessment/question-screen.ts";
import { Question } from "./question.tsx";
import { SaveState } from "./save-state.tsx";
import { useAnswerQueue } from "./use-answer-queue.ts";

type QuestionFormProps = {
  takeToken: string;
  screen: QuestionScreen;
  problems: FieldProblem[];
  /** The screen was continued, and there was no connection. */
  unreachable: boolean;
};

/** A screen of questions. Posts as a plain form; with script it also saves at each answer and takes keys 1 to 9. */
export function QuestionForm({ takeToken, screen, problems, unreachable }: QuestionFormProps) {
  const questions = screen.sections.flatMap((s) => s.questions);
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const [replaced, setReplaced] = useState<Record<string, { answer: QuestionView["answer"]; turn: number }>>({});
  const queue = useAnswerQueue(paths.takeAnswers(takeToken), revisionsOf(questions), (kept) =>
    setReplaced(Object.fromEntries(kept.map(({ itemId, answer }) => [itemId, { answer, turn: 1 }]))),
  );

  const saveChanged = (event: FormEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    const question = questions.find((q) => q.id === target.closest<HTMLElement>("[data-question]")?.dataset["question"]);
    if (!question || !form.current) return;
    if (target instanceof HTMLInputElement && target.type === "checkbox" && target.checked) clearOthers(target);
    const typing = target.matches("textarea, input[type=url]");
    queue.keep(question.id, answerFromFields(form.current, question), { typing });
  };

  const goOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (await queue.flush()) submit(submitter instanceof HTMLButtonElement ? submitter : form.current);
  };

  const takeOther = (question: QuestionView) => {
    const conflict = queue.conflicts[question.id];
    if (!conflict) return;
    setReplaced((before) => ({ ...before, [question.id]: { answer: conflict.current, turn: (before[question.id]?.turn ?? 0) + 1 } }));
    queue.settle(question.id, conflict.revision);
  };

  return (
    <Form ref={form} method="post" action={paths.take(takeToken, screen.screen)} onChange={saveChanged} onSubmit={(e) => void goOn(e)} onKeyDown={chooseByKey}>
      <ErrorSummary problems={problems} />
      {screen.sections.map((section) => (
        <section key={section.title} aria-labelledby={`section-${section.questions[0]!.id}`}>
          <h2 id={`section-${section.questions[0]!.id}`} className="mt-8 text-xl">
            {section.title}
          </h2>
          <p className="mb-4 text-quiet">{section.summary}</p>
          {section.questions.map((question) => (
            <Question
              key={`${question.id}-${replaced[question.id]?.turn ?? 0}`}
              question={question}
              answer={replaced[question.id]?.answer ?? question.answer}
              revision={queue.revisions[question.id] ?? question.revision}
              error={problems.find((p) => p.field === question.id)?.message}
              conflict={queue.conflicts[question.id]}
              onKeepMine={() =>
                form.current && queue.keep(question.id, answerFromFields(form.current, question), { basedOn: queue.conflicts[question.id]!.revision })
              }
              onUseOther={() => takeOther(question)}
            />
          ))}
        </section>
      ))}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-ink bg-paper py-2">
        <button type="submit" name="intent" value="continue" className="button">
          {screen.screen === screen.screens ? "Check your answers" : "Continue"}
        </button>
        {screen.screen > 1 && (
          <button type="submit" name="intent" value="back" className="button-plain">
            Back
          </button>
        )}
        <button type="submit" name="intent" value="later" className="button-plain">
          Finish later
        </button>
        <SaveState status={unreachable && queue.status !== "waiting" ? "unreachable" : queue.status} />
      </div>
      {queue.status === "closed" && (
        <p role="alert" className="py-3">
          These answers were submitted meanwhile and can no longer be changed. <Link to={paths.takeCheck(takeToken)}>Go to the result</Link>
        </p>
      )}
    </Form>
  );
}

function revisionsOf(questions: QuestionView[]): Record<string, number> {
  return Object.fromEntries(questions.map((q) => [q.id, q.revision]));
}

/** A practice and "none of these" exclude each other, as do an answer and "I don't know". */
function clearOthers(chosen: HTMLInputElement): void {
  const boxes = chosen.form?.elements.namedItem(chosen.name);
  if (!(boxes instanceof RadioNodeList)) return;
  for (const box of boxes) {
    if (!(box instanceof HTMLInputElement) || box === chosen) continue;
    if ("alone" in chosen.dataset || "alone" in box.dataset) box.checked = false;
  }
}

/** Keys 1 to 9 choose an answer of the question that has the focus; typing in a text field is left alone. */
function chooseByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const target = event.target as HTMLElement;
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
  const id = target.closest<HTMLElement>("[data-question]")?.dataset["question"];
  const choice = id ? document.getElementById(`${id}-${event.key}`) : null;
  if (!choice) return;
  event.preventDefault();
  choice.focus();
  choice.click();
}
