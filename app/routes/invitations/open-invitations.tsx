import { Form } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Role } from "#app/domain/access/can.ts";
import { LONGEST_SEARCH, PAGE_SIZE } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Invitation = { id: string; address: string; role: Role; invitedBy: string; sentAt: string; expiresAt: string; isExpired: boolean; mayChange: boolean };
type OpenInvitationsProps = { slug: string; query: { q: string; page: number }; total: number; invitations: Invitation[] };

/** Who has been invited and has not come yet. */
export function OpenInvitations({ slug, query, total, invitations }: OpenInvitationsProps) {
  const { say } = useWords();
  const to = (page: number) => `${organizationPaths.invitations(slug)}?${new URLSearchParams({ q: query.q, page: String(page) }).toString()}`;
  return (
    <section id="open" tabIndex={-1} className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("people:openHeading")}</h2>
      {total === 0 && <p className="measure mt-2">{say(query.q === "" ? "people:noneOpen" : "people:noneOpenFound")}</p>}
      {(total > PAGE_SIZE || query.q !== "") && (
        <Form method="get" role="search" aria-label={say("people:search")} className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4 text-sm">
          <LabelledField id="q" label={say("people:address")}>
            {(ties) => <input {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
          </LabelledField>
          <button type="submit" className="button button-quiet">
            {say("people:show")}
          </button>
        </Form>
      )}
      {invitations.length > 0 && (
        <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("people:invitationsTable")}>
          <table className="figures min-w-[36rem]">
            <caption className="sr-only">{say("people:invitationsTable")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("people:address")}</th>
                <th scope="col">{say("people:role")}</th>
                <th scope="col">{say("people:invitedBy")}</th>
                <th scope="col">{say("people:sentOn")}</th>
                <th scope="col">{say("people:goodUntil")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={query.page} pages={Math.ceil(total / PAGE_SIZE)} to={to} />
    </section>
  );
}

function InvitationRow({ invitation: { id, address, role, invitedBy, sentAt, expiresAt, isExpired, mayChange } }: { invitation: Invitation }) {
  const { say } = useWords();
  const { dayOf } = useDays();
  const end = dayOf(expiresAt);
  return (
    <tr>
      <th scope="row" className="break-all">
        {address}
      </th>
      <td>{say(`people:role_${role}`)}</td>
      <td>{invitedBy}</td>
      <td>{dayOf(sentAt)}</td>
      <td>{isExpired ? say("people:expired", { day: end }) : end}</td>
      <td>
        {mayChange && (
          <Form method="post" className="flex flex-wrap gap-x-4">
            <input type="hidden" name="invitation" value={id} />
            <button type="submit" name="intent" value="resend" className="button-plain" aria-label={say("people:resendTo", { address })}>
              {say("people:resend")}
            </button>
            <button type="submit" name="intent" value="withdraw" className="button-plain" aria-label={say("people:withdrawTo", { address })}>
              {say("people:withdraw")}
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}
