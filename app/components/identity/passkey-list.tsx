import { Form } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { AddPasskey } from "./add-passkey.tsx";

type PasskeyListProps = {
  passkeys: { id: string; name: string | null; since: string | null }[];
  /** The fields of a form that came back, and what is wrong with it. */
  typed: Record<string, string> | undefined;
  problems: readonly FieldProblem[];
};

/** A person's passkeys, each with another name or gone, and a way to add one. */
export function PasskeyList({ passkeys, typed, problems }: PasskeyListProps) {
  const { say, language } = useWords();
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-xl">{say("account:passkeysHeading")}</h2>
      <p className="measure mt-2">{say("account:passkeysText")}</p>
      {passkeys.length === 0 && <p className="mt-3 text-quiet">{say("account:noPasskeys")}</p>}
      <ul className="mt-3 max-w-[42rem]">
        {passkeys.map(({ id, name, since }) => (
          <li key={id} className="border-t border-rule py-3">
            <span>{name ?? say("account:passkeyUnnamed")}</span>{" "}
            {since !== null && <span className="text-sm text-quiet">{say("account:since", { day: displayDate(since, language) })}</span>}
            <div className="flex flex-wrap items-end gap-x-6">
              <Form method="post" className="flex flex-wrap items-end gap-x-4" noValidate>
                <input type="hidden" name="passkey" value={id} />
                <TextField
                  id={`name-${id}`}
                  name="name"
                  label={say("account:passkeyName")}
                  autoComplete="off"
                  maxLength={100}
                  value={(typed?.["passkey"] === id ? typed["name"] : name) ?? ""}
                  problems={problems}
                />
                <button type="submit" name="intent" value="rename-passkey" className="button-plain">
                  {say("account:passkeyRename")}
                </button>
              </Form>
              <Form method="post">
                <input type="hidden" name="passkey" value={id} />
                <button
                  type="submit"
                  name="intent"
                  value="remove-passkey"
                  className="button-plain"
                  aria-label={say("account:passkeyRemoveNamed", { name: name ?? say("account:passkeyUnnamed") })}
                >
                  {say("account:passkeyRemove")}
                </button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      <AddPasskey />
    </section>
  );
}
