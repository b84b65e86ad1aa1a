import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_STEP } from "#app/domain/board/own-initiative-form.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { Entered } from "./sent.ts";

type Step = { id: string; text: string; doneBy: string | null; doneAt: string | null };
type ChecklistProps = { steps: readonly Step[]; once: string; mayEdit: boolean; entered: Entered | null; problems: readonly FieldProblem[] };

/** The steps of an initiative: each is ticked, moved and removed by a button of its own. */
export function Checklist({ steps, once, mayEdit, entered, problems }: ChecklistProps) {
  const { say } = useWords();
  // A line that is moved on the page takes the focus away from its button.
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current !== null) document.getElementById(pressed.current)?.focus();
    pressed.current = null;
  }, [steps]);
  const done = steps.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <section id="checklist" className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">
        {steps.length === 0 ? say("initiatives:checklistHeading") : say("initiatives:checklistHeadingDone", { done, all: steps.length })}
      </h2>
      {steps.length === 0 && <p className="measure mt-2 text-quiet">{say("initiatives:noSteps")}</p>}
      <ol className="mt-3 max-w-[48rem]" onClick={({ target }) => void (pressed.current = (target as Element).closest("button")?.id ?? null)}>
        {steps.map((step, index) => (
          <StepLine key={step.id} step={step} mayEdit={mayEdit} isFirst={index === 0} isLast={index === steps.length - 1} />
        ))}
      </ol>
      {mayEdit && (
        <Form key={steps.length} method="post" action="#checklist" preventScrollReset className="mt-4 flex max-w-[48rem] flex-wrap items-end gap-x-4 gap-y-2">
          <input type="hidden" name="intent" value="step-add" />
          <input type="hidden" name="once" value={entered?.["once"] ?? once} />
          <div className="min-w-0 grow basis-64">
            <LabelledField id="step" label={say("initiatives:step")} error={problems.find(({ field }) => field === "step")?.message}>
              {(ties) => <input {...ties} defaultValue={entered?.["step"] ?? ""} maxLength={LONGEST_STEP} autoComplete="off" />}
            </LabelledField>
          </div>
          <button type="submit" className="button button-quiet">
            {say("initiatives:addStep")}
          </button>
        </Form>
      )}
    </section>
  );
}

type StepLineProps = { step: Step; mayEdit: boolean; isFirst: boolean; isLast: boolean };

function StepLine({ step: { id, text, doneBy, doneAt }, mayEdit, isFirst, isLast }: StepLineProps) {
  const { say, language } = useWords();
  const isDone = doneAt !== null;
  const box = (
    <span aria-hidden className={`flex size-6 items-center justify-center border-2 ${isDone ? "border-accent bg-accent text-on-accent" : "border-quiet"}`}>
      {isDone ? "✓" : ""}
    </span>
  );
  return (
    <li className="flex items-start gap-x-3 border-b border-dotted border-rule py-1">
      {mayEdit ? (
        <Act id={id} intent={isDone ? "step-open" : "step-done"} label={say(isDone ? "initiatives:untick" : "initiatives:tick", { text })}>
          {box}
        </Act>
      ) : (
        <span className="flex min-h-11 items-center">{box}</span>
      )}
      <span className="min-w-0 grow py-2 wrap-anywhere">
        <span className={isDone ? "text-quiet" : ""}>{text}</span>
        {isDone && (
          <span className="block text-sm text-quiet">
            {doneBy ? say("initiatives:stepDone", { person: doneBy, day: displayDate(doneAt, language) }) : displayDate(doneAt, language)}
          </span>
        )}
      </span>
      {mayEdit && (
        <span className="flex shrink-0">
          <Act id={id} intent="step-up" label={say("initiatives:up", { text })} isIdle={isFirst}>
            <span aria-hidden>↑</span>
          </Act>
          <Act id={id} intent="step-down" label={say("initiatives:down", { text })} isIdle={isLast}>
            <span aria-hidden>↓</span>
          </Act>
          <Act id={id} intent="step-remove" label={say("initiatives:removeStep", { text })}>
            <span aria-hidden>×</span>
          </Act>
        </span>
      )}
    </li>
  );
}

type ActProps = {
  id: string;
  intent: "step-done" | "step-open" | "step-up" | "step-down" | "step-remove";
  label: string;
  /** Whether it would change nothing: it stays where it is, so that nobody loses their place. */
  isIdle?: boolean;
  children: ReactNode;
};

/** A form that is its button. */
function Act({ id, intent, label, isIdle = false, children }: ActProps) {
  return (
    // What is removed can be put back at the top of the page; everything else happens where one looks.
    <Form method="post" {...(intent === "step-remove" ? {} : { action: "#checklist", preventScrollReset: true })}>
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        id={`${intent.replace("open", "done")}-${id}`}
        name="intent"
        value={intent}
        aria-label={label}
        title={label}
        aria-disabled={isIdle || undefined}
        className={`flex size-11 items-center justify-center text-lg ${isIdle ? "text-rule" : "cursor-pointer text-accent"}`}
      >
        {children}
      </button>
    </Form>
  );
}
