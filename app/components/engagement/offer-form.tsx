import { Form } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { SCOPES } from "#app/domain/access/can.ts";
import { OFFER_DAYS } from "#app/domain/engagement/engagement-terms.ts";
import { LONGEST_TYPED } from "#app/domain/engagement/offer-form.ts";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";

type OfferFormProps = {
  /** Of the organisation that offers. */
  kind: Kind;
  typed: { address: string; endsOn: string; scopes: string[] };
  problems: readonly FieldProblem[];
};

/** Offers the other side an engagement by mail. */
export function OfferForm({ kind, typed, problems }: OfferFormProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const scopesError = error("scopes");
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say(`engagements:newHeading_${kind}`)}</h2>
      <p className="measure mt-2">{say("engagements:newText", { days: OFFER_DAYS })}</p>
      <Form method="post" className="mt-6 flex flex-col gap-y-6" noValidate>
        <input type="hidden" name="intent" value="offer" />
        <LabelledField id="address" label={say(`engagements:newAddress_${kind}`)} error={error("address")}>
          {(ties) => <input {...ties} type="email" defaultValue={typed.address} maxLength={LONGEST_TYPED} autoComplete="off" spellCheck={false} />}
        </LabelledField>
        <fieldset id="scopes" tabIndex={-1} aria-describedby={scopesError ? "scopes-error" : undefined}>
          <legend className="font-semibold">{say(`engagements:newScopes_${kind}`)}</legend>
          {scopesError && (
            <p id="scopes-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
              {say("frame:error", { message: scopesError })}
            </p>
          )}
          {SCOPES.map((scope) => (
            <div key={scope}>
              <Choice
                id={`scope-${scope}`}
                type="checkbox"
                name="scopes"
                value={scope}
                label={say(`engagements:scope_${scope}`)}
                checked={typed.scopes.includes(scope)}
              />
              <p className="measure pl-9 text-sm text-quiet">{say(`engagements:scopeText_${scope}`)}</p>
            </div>
          ))}
        </fieldset>
        <LabelledField id="endsOn" label={say("engagements:newEndsOn")} hint={say("engagements:newEndsOnHint")} error={error("endsOn")}>
          {(ties) => <input {...ties} type="date" defaultValue={typed.endsOn} />}
        </LabelledField>
        <p>
          <button type="submit" className="button">
            {say("engagements:send")}
          </button>
        </p>
      </Form>
    </section>
  );
}
