import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { ChosenInFull, LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { LONGEST_TITLE } from "#app/domain/milestones/milestone-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type MilestoneFormProps = {
  slug: string;
  /** Which one is changed, as it was looked at; null: another one is added. */
  editing: { id: string; title: string; revision: string | number } | null;
  saved: { on: string; title: string; initiative: string | null } | null;
  /** Of the form as it is now: what is sent twice is added once. */
  once: string;
  /** The initiatives of the library by pillar. */
  choices: { pillar: Pillar; initiatives: { id: string; title: string }[] }[];
  /** What was entered before, where the form came back. */
  entered: Record<string, string> | null;
  problems: { field: string; message: string }[];
};

/** Marks something on the time line, or changes what is marked. */
export function MilestoneForm({ slug, editing, saved, once, choices, entered, problems }: MilestoneFormProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const shown = {
    on: entered?.["on"] ?? saved?.on ?? "",
    title: entered?.["title"] ?? saved?.title ?? "",
    initiative: entered?.["initiative"] ?? saved?.initiative ?? "",
  };
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl wrap-anywhere">
        {editing ? say("milestones:changeHeading", { title: saved?.title ?? editing.title }) : say("milestones:addHeading")}
      </h2>
      {/* Anew when another one is changed, so that the fields show it. */}
      <Form key={`${editing?.id} ${editing?.revision}`} id="milestone" method="post" className="mt-6 flex flex-col gap-y-6">
        {editing ? <input type="hidden" name="id" value={editing.id} /> : <input type="hidden" name="once" value={entered?.["once"] ?? once} />}
        {editing && <input type="hidden" name="revision" value={editing.revision} />}
        {/* Not on the button: a conflict is decided by another one. */}
        <input type="hidden" name="intent" value={editing ? "change" : "add"} />
        <LabelledField id="on" label={say("milestones:day")} error={error("on")}>
          {(ties) => <input {...ties} type="date" defaultValue={shown.on} autoComplete="off" />}
        </LabelledField>
        <LabelledField id="title" label={say("milestones:what")} hint={say("milestones:whatHint")} error={error("title")}>
          {(ties) => <input {...ties} type="text" defaultValue={shown.title} maxLength={LONGEST_TITLE} autoComplete="off" />}
        </LabelledField>
        <InitiativeField choices={choices} value={shown.initiative} error={error("initiative")} />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className="button">
            {editing ? say("milestones:save") : say("milestones:add")}
          </button>
          {editing && (
            <Link to={organizationPaths.milestones(slug)} className="inline-flex min-h-11 items-center">
              {say("milestones:leave")}
            </Link>
          )}
        </p>
      </Form>
      {editing && (
        <Form method="post" action={organizationPaths.milestones(slug)} className="mt-4">
          <input type="hidden" name="id" value={editing.id} />
          <button type="submit" name="intent" value="remove" className="button button-quiet">
            {say("milestones:remove")}
          </button>
        </Form>
      )}
    </section>
  );
}

/** Which initiative of the library it is, if any. */
function InitiativeField({ choices, value, error }: Pick<MilestoneFormProps, "choices"> & { value: string; error: string | undefined }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState(value);
  const label = choices.flatMap(({ initiatives }) => initiatives).find(({ id }) => id === chosen)?.title ?? "";
  return (
    <LabelledField id="initiative" label={say("milestones:initiative")} hint={say("milestones:initiativeHint")} error={error}>
      {(ties) => (
        <>
          <select {...ties} defaultValue={value} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{say("milestones:none_chosen")}</option>
            {choices.map(({ pillar, initiatives }) => (
              <optgroup key={pillar} label={say(`terms:${pillar}`)}>
                {initiatives.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <ChosenInFull label={label} />
        </>
      )}
    </LabelledField>
  );
}
