import { Form } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { TextArea } from "#app/components/forms/text-area.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_NOTE } from "#app/domain/board/initiative-page-form.ts";
import { displayMoment } from "#app/domain/report/display.ts";
import type { Entered } from "./sent.ts";

type NotesProps = {
  notes: readonly { id: string; text: string; writtenBy: string; writtenAt: string; mayRemove: boolean }[];
  once: string;
  mayEdit: boolean;
  entered: Entered | null;
  problems: readonly FieldProblem[];
};

/** What people wrote down about an initiative. */
export function Notes({ notes, once, mayEdit, entered, problems }: NotesProps) {
  const { say, language } = useWords();
  return (
    <section id="notes" className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("initiatives:notesHeading")}</h2>
      {notes.length === 0 && <p className="mt-2 text-quiet">{say("initiatives:noNotes")}</p>}
      <ul className="mt-2 max-w-[48rem]">
        {notes.map(({ id, text, writtenBy, writtenAt, mayRemove }) => {
          const by = { person: writtenBy, moment: displayMoment(writtenAt, language) };
          return (
            <li key={id} className="border-b border-dotted border-rule py-2">
              <p className="whitespace-pre-line wrap-anywhere">{text}</p>
              <div className="flex flex-wrap items-center gap-x-4 text-sm text-quiet">
                <p className="wrap-anywhere">{writtenBy ? say("initiatives:noteBy", by) : by.moment}</p>
                {mayEdit && mayRemove && (
                  <Form method="post">
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" name="intent" value="note-remove" aria-label={say("initiatives:removeNote", by)} className="button-plain">
                      {say("initiatives:remove")}
                    </button>
                  </Form>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        // Anew when there is another note, and not before: what is half written stays while something else is done.
        <Form key={notes.length} method="post" action="#notes" preventScrollReset className="mt-4 flex flex-col gap-y-3">
          <input type="hidden" name="intent" value="note-add" />
          <input type="hidden" name="once" value={entered?.["once"] ?? once} />
          <TextArea
            name="note"
            label={say("initiatives:note")}
            hint={say("initiatives:noteHint")}
            value={entered?.["note"] ?? ""}
            maxLength={LONGEST_NOTE}
            problems={problems}
          />
          <p>
            <button type="submit" className="button button-quiet">
              {say("initiatives:addNote")}
            </button>
          </p>
        </Form>
      )}
    </section>
  );
}
