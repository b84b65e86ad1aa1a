import { Form } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Role } from "#app/domain/access/can.ts";
import { LONGEST_LIST, MOST_AT_ONCE } from "#app/domain/tenancy/invitation-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { INVITATION_DAYS } from "#app/domain/tenancy/terms.ts";

/** Whom to invite, and as what. */
export function InviteForm({ roles, fields, problems }: { roles: readonly Role[]; fields: Record<string, string>; problems: FieldProblems }) {
  const { say } = useWords();
  const open = { value: "", label: say("people:notSaid") };
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <>
      <p className="measure mt-4">{say("people:inviteText", { days: INVITATION_DAYS })}</p>
      <Form method="post" className="mt-6 flex flex-col gap-y-6">
        <LabelledField id="addresses" label={say("people:addresses")} hint={say("people:addressesHint", { most: MOST_AT_ONCE })} error={error("addresses")}>
          {(ties) => <textarea {...ties} rows={4} maxLength={LONGEST_LIST} defaultValue={fields["addresses"]} autoComplete="off" spellCheck={false} />}
        </LabelledField>
        <SelectField
          id="role"
          label={say("people:asWhat")}
          value={fields["role"] ?? "respondent"}
          error={error("role")}
          options={roles.map((value) => ({ value, label: `${say(`people:role_${value}`)}: ${say(`people:roleText_${value}`)}` }))}
        />
        <SelectField
          id="respondentRole"
          label={say("people:answersAs")}
          value={fields["respondentRole"] ?? null}
          options={[open, ...RESPONDENT_ROLES.map((value) => ({ value, label: say(`people:respondentRole_${value}`) }))]}
        />
        <SelectField
          id="workFunction"
          label={say("people:worksIn")}
          value={fields["workFunction"] ?? null}
          options={[open, ...WORK_FUNCTIONS.map((value) => ({ value, label: say(`people:workFunction_${value}`) }))]}
        />
        <p>
          <button type="submit" name="intent" value="invite" className="button">
            {say("people:send")}
          </button>
        </p>
      </Form>
    </>
  );
}
