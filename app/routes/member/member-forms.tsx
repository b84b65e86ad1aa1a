import { Form } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Role } from "#app/domain/access/can.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";

type Shown = { role: Role; respondentRole: string | null; workFunction: string | null; revision: number };

/** What a member may do and answers as. `roles` are those that who looks may give. */
export function ChangeMember({ member, isSelf, roles }: { member: Shown; isSelf: boolean; roles: readonly Role[] }) {
  const { say } = useWords();
  const open = { value: "", label: say("people:notSaid") };
  return (
    <section className="mt-8 border-t border-rule pt-6">
      <h2 className="text-xl">{say(isSelf ? "people:changeYours" : "people:change")}</h2>
      {/* Anew when somebody else's change was loaded, so that the fields show it. */}
      <Form key={member.revision} id="change" method="post" className="mt-4 flex flex-col gap-y-6">
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="revision" value={member.revision} />
        <SelectField id="role" label={say("people:role")} value={member.role} options={roles.map((value) => ({ value, label: say(`people:role_${value}`) }))} />
        <RoleTexts roles={roles} />
        <SelectField
          id="respondentRole"
          label={say("people:answersAs")}
          value={member.respondentRole}
          options={[open, ...RESPONDENT_ROLES.map((value) => ({ value, label: say(`people:respondentRole_${value}`) }))]}
        />
        <SelectField
          id="workFunction"
          label={say("people:worksIn")}
          value={member.workFunction}
          options={[open, ...WORK_FUNCTIONS.map((value) => ({ value, label: say(`people:workFunction_${value}`) }))]}
        />
        <p>
          <button type="submit" className="button">
            {say("people:save")}
          </button>
        </p>
      </Form>
    </section>
  );
}

function RoleTexts({ roles }: { roles: readonly Role[] }) {
  const { say } = useWords();
  return (
    <dl className="measure text-sm">
      {roles.map((role) => (
        <div key={role} className="flex gap-x-2">
          <dt className="font-semibold">{say(`people:role_${role}`)}:</dt>
          <dd>{say(`people:roleText_${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Hands the organisation over, and says what is left then. */
export function TransferOwnership({ person }: { person: string }) {
  const { say } = useWords();
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("people:transferHeading")}</h2>
      <p className="measure mt-2">{say("people:transferText", { person })}</p>
      <Form method="post" className="mt-4">
        <button type="submit" name="intent" value="transfer" className="button button-quiet">
          {say("people:transfer", { person })}
        </button>
      </Form>
    </section>
  );
}

type EndMembershipProps = { member: { name: string; responses: number; assignments: number }; organization: string; isSelf: boolean };

/** Leaving or being removed, with what comes of it said in advance. */
export function EndMembership({ member: { name: person, responses, assignments }, organization: name, isSelf }: EndMembershipProps) {
  const { say } = useWords();
  const answers = isSelf
    ? responses === 0
      ? say("people:answersNoneYours")
      : say("people:answersStayYours", { count: responses })
    : responses === 0
      ? say("people:answersNone")
      : say("people:answersStay", { count: responses });
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{isSelf ? say("people:leaveHeading", { name }) : say("people:removeHeading", { person })}</h2>
      <ul className="measure mt-2 list-disc pl-5">
        <li>{isSelf ? say("people:leaveText", { name }) : say("people:removeText", { name })}</li>
        <li>{answers}</li>
        {assignments > 0 && !isSelf && <li>{say("people:assignmentsEnd", { count: assignments })}</li>}
        {!isSelf && <li>{say("people:comeBack")}</li>}
      </ul>
      <Form method="post" className="mt-4">
        <button type="submit" id="end" name="intent" value={isSelf ? "leave" : "remove"} className="button button-quiet">
          {say(isSelf ? "people:leave" : "people:remove")}
        </button>
      </Form>
    </section>
  );
}
