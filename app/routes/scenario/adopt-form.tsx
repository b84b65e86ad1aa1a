import { Form } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_ADOPTION_NOTE } from "#app/domain/scenarios/wishes.ts";

type AdoptFormProps = {
  revision: number;
  /** What is the roadmap as this page shows it; empty for nothing. */
  since: string;
  /** Initiatives of the plan. */ count: number;
  note: string;
  problems: readonly { field: string; message: string }[];
};

/** Makes a scenario the roadmap, with a note for those who ask later; says before what it will do. */
export function AdoptForm({ revision, since, count, note, problems }: AdoptFormProps) {
  const { say } = useWords();
  return (
    <details className="no-print mt-8 border-t border-rule pt-4" open={problems.length > 0}>
      <summary className="inline-flex min-h-11 items-center font-serif text-xl font-semibold">{say("scenarios:adopt")}</summary>
      <p className="measure mt-1">{say("scenarios:adoptText", { count })}</p>
      <Form method="post" className="mt-4 flex flex-col gap-y-4">
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="since" value={since} />
        <LabelledField
          id="note"
          label={say("scenarios:adoptNote")}
          hint={say("scenarios:adoptNoteHint")}
          error={problems.find(({ field }) => field === "note")?.message}
        >
          {(ties) => <textarea {...ties} rows={3} maxLength={LONGEST_ADOPTION_NOTE} defaultValue={note} />}
        </LabelledField>
        <p>
          <button type="submit" name="intent" value="adopt" className="button">
            {say("scenarios:adoptButton")}
          </button>
        </p>
      </Form>
    </details>
  );
}
