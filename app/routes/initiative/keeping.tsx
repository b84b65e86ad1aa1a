import { Form } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import type { Entered } from "./sent.ts";

type KeepingProps = {
  initiative: { owner: { id: string; name: string } | null; due: string | null; revision: number };
  owners: readonly { id: string; name: string }[];
  mayEdit: boolean;
  isOverdue: boolean;
  /** What was sent before, where the form came back. */
  entered: Entered | null;
  problems: readonly FieldProblem[];
};

/** Who looks after an initiative, and by when. */
export function Keeping({ initiative: { owner, due, revision }, owners, mayEdit, isOverdue, entered, problems }: KeepingProps) {
  const { say, language } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <section id="keeping" className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("initiatives:keepHeading")}</h2>
      {due !== null && isOverdue && <p className="mt-2 font-semibold">{say("initiatives:isDue", { day: displayDate(due, language) })}</p>}
      {mayEdit ? (
        // Anew when somebody else's change was loaded, so that the fields show it.
        <Form key={entered?.["revision"] ?? revision} id="keep" method="post" className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4">
          <input type="hidden" name="intent" value="keep" />
          <input type="hidden" name="revision" value={entered?.["revision"] ?? revision} />
          <SelectField
            id="owner"
            label={say("initiatives:owner")}
            hint={say("initiatives:ownerHint")}
            value={entered?.["owner"] ?? owner?.id ?? ""}
            options={[{ value: "", label: say("initiatives:nobody") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
            error={error("owner")}
          />
          <LabelledField id="due" label={say("initiatives:due")} error={error("due")}>
            {(ties) => <input {...ties} type="date" defaultValue={entered?.["due"] ?? due ?? ""} />}
          </LabelledField>
          <button type="submit" className="button button-quiet">
            {say("initiatives:save")}
          </button>
        </Form>
      ) : (
        <dl className="mt-3 grid max-w-[42rem] gap-x-10 gap-y-2 sm:grid-cols-2 [&_dt]:font-semibold">
          <div>
            <dt>{say("initiatives:owner")}</dt>
            <dd className="wrap-anywhere">{owner?.name ?? say("initiatives:nobody")}</dd>
          </div>
          <div>
            <dt>{say("initiatives:due")}</dt>
            <dd>{due === null ? say("initiatives:noDay") : displayDate(due, language)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
