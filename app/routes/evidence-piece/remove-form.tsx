import { Form } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_TITLE } from "#app/domain/evidence/evidence-form.ts";

/** Removes an evidence, for whoever types its title. @param typed what was typed before, where the form came back */
export function RemoveForm({ title, typed, problem }: { title: string; typed: string | null; problem: string | undefined }) {
  const { say } = useWords();
  return (
    <details className="mt-6 border-t border-rule pt-6" open={typed !== null}>
      <summary className="inline-flex min-h-11 items-center text-accent">{say("evidence:remove")}</summary>
      <p className="measure mt-2">{say("evidence:removeText")}</p>
      <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-col gap-y-6">
        <input type="hidden" name="intent" value="remove" />
        <LabelledField id="typed" label={say("evidence:typeTitle", { title })} error={problem}>
          {(ties) => <input {...ties} defaultValue={typed ?? ""} maxLength={LONGEST_TITLE} autoComplete="off" />}
        </LabelledField>
        <p>
          <button type="submit" className="button button-quiet">
            {say("evidence:removeIt")}
          </button>
        </p>
      </Form>
    </details>
  );
}
