import { Form, Link, useSubmit } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { answerFromFields } from "./answer-from-fields.ts";
import { chooseByKey } from "./choose-by-key.ts";
import { clearWhatItRulesOut } from "./clear-what-it-rules-out.ts";
import { ErrorSummary, type FieldProblem } from "./error-summary.tsx";
import type { CarriedNote } from "#app/domain/report/carried-notes.ts";
import type { QuestionScreen, QuestionView } from "#app/domain/assessment/question-screen.ts";
import { Question } from "./question.tsx";
import { SaveState } from "./save-state.tsx";
import { useAnswerQueue } from "./use-answer-queue.ts";
import { useMended } from "./use-mended.ts";

type QuestionFormProps = {
  takeToken: string;
  screen: QuestionScreen;
  /** By item, where its answer was carried over from. */
  carried: Record<string, CarriedNote>;
  /** What came back for this screen; the same list as long as nothing else came. */
  problems: readonly FieldProblem[];
  /** The screen was continued, and there was no connection. */
  unreachable: boolean;
};

/** A screen of questions. Posts as a plain form; with script it also saves at each answer and takes keys 1 to 9. */
export function QuestionForm({ takeToken, screen, carried, problems, unreachable }: QuestionFormProps) {
  const { say, language } = useWords();
  const questions = screen.sections.flatMap((s) => s.questions);
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const [replaced, setReplaced] = useState<Record<string, { answer: QuestionView["answer"]; turn: number }>>({});
  const queue = useAnswerQueue(paths.takeAnswers(takeToken), revisionsOf(questions), (kept) =>
    setReplaced(Object.fromEntries(kept.map(({ itemId, answer }) => [itemId, { answer, turn: 1 }]))),
  );

  const mended = useMended(problems, queue.saves);
  const hasProblem = problems.some(({ field }) => !mended.has(field));

  /** Keeps what the fields of a question say; what does not make an answer yet is not called saved. */
  const keep = (question: QuestionView, how: { typing?: boolean; basedOn?: number }) => {
    const answer = form.current && answerFromFields(form.current, question);
    if (answer) queue.keep(question.id, answer, how);
    else queue.withhold(question.id);
  };

  const saveChanged = (event: FormEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    const question = questions.find((q) => q.id === target.closest<HTMLElement>("[data-question]")?.dataset["question"]);
    if (!question || !form.current) return;
    clearWhatItRulesOut(target, question.id);
    const typing = target.matches("textarea, input[type=url], input[type=text]");
    keep(question, { typing });
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
      {/* Not by `meta`, which does not know what an action found. */}
      <title lang={language}>{`${say(hasProblem ? "taking:questionsError" : "taking:questions", screen)} · Pinhigh`}</title>
      <ErrorSummary problems={problems} mended={mended} />
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
              carried={carried[question.id]}
              answer={replaced[question.id]?.answer ?? question.answer}
              entered={replaced[question.id] ? undefined : question.entered}
              revision={queue.revisions[question.id] ?? question.revision}
              error={problems.find((p) => p.field === question.id && !mended.has(p.field))?.message}
              conflict={queue.conflicts[question.id]}
              onKeepMine={() => keep(question, { basedOn: queue.conflicts[question.id]!.revision })}
              onUseOther={() => takeOther(question)}
            />
          ))}
        </section>
      ))}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-ink bg-paper py-2">
        <button type="submit" name="intent" value="continue" className="button">
          {say(screen.screen === screen.screens ? "taking:check" : "taking:continue")}
        </button>
        {screen.screen > 1 && (
          <button type="submit" name="intent" value="back" className="button-plain">
            {say("taking:back")}
          </button>
        )}
        <button type="submit" name="intent" value="later" className="button-plain">
          {say("taking:finishLater")}
        </button>
        <SaveState status={unreachable && queue.status !== "waiting" ? "unreachable" : queue.status} />
      </div>
      {queue.status === "over" && (
        <p role="alert" className="py-3">
          {say("taking:overText")}
        </p>
      )}
      {queue.status === "closed" && (
        <p role="alert" className="py-3">
          <Rich text={say("taking:closedText")} marks={{ result: (text) => <Link to={paths.takeCheck(takeToken)}>{text}</Link> }} />
        </p>
      )}
    </Form>
  );
}

function revisionsOf(questions: QuestionView[]): Record<string, number> {
  return Object.fromEntries(questions.map((q) => [q.id, q.revision]));
}
