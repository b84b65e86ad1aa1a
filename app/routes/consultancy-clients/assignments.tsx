import { Form } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

type Member = { id: string; name: string };
type AssignmentsProps = {
  engagement: { id: string; other: string; assigned: { memberId: string; name: string }[] };
  members: Member[];
  mayChange: boolean;
};

/** Who works for a client, and the way to take them off and to assign others. */
export function Assignments({ engagement: { id, other, assigned }, members, mayChange }: AssignmentsProps) {
  const { say } = useWords();
  const others = members.filter((member) => !assigned.some(({ memberId }) => memberId === member.id));
  return (
    <>
      {assigned.length === 0 && <p>{say("engagements:nobodyAssigned")}</p>}
      <ul>
        {assigned.map(({ memberId, name: person }) => (
          <li key={memberId} className="flex flex-wrap items-baseline gap-x-4">
            {person}
            {mayChange && (
              <Form method="post">
                <input type="hidden" name="engagement" value={id} />
                <input type="hidden" name="member" value={memberId} />
                <button
                  type="submit"
                  name="intent"
                  value="unassign"
                  className="button-plain"
                  aria-label={say("engagements:unassignFrom", { person, name: other })}
                >
                  {say("engagements:unassign")}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 && (
        <Form method="post" className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
          <input type="hidden" name="engagement" value={id} />
          <SelectField
            id={`member-${id}`}
            name="member"
            label={say("engagements:assignTo", { name: other })}
            value={null}
            options={others.map((member) => ({ value: member.id, label: member.name }))}
          />
          <button type="submit" name="intent" value="assign" className="button button-quiet">
            {say("engagements:assign")}
          </button>
        </Form>
      )}
    </>
  );
}
