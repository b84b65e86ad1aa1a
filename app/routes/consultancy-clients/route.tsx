import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { EngagementEntry } from "#app/components/engagement/engagement-entry.tsx";
import { OfferForm } from "#app/components/engagement/offer-form.tsx";
import { OpenOffers } from "#app/components/engagement/open-offers.tsx";
import { whatWasDone } from "#app/components/engagement/what-was-done.ts";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { CLIENTS_A_PAGE, readClientsQuery } from "#app/domain/engagement/clients-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { answerEngagementForm } from "#app/services/tenancy/answer-engagement-form.server.ts";
import { listEngagements } from "#app/services/tenancy/list-engagements.server.ts";
import { listMembers } from "#app/services/tenancy/list-members.server.ts";
import { listOffers } from "#app/services/tenancy/list-offers.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireKind } from "#app/services/tenancy/require-kind.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { Assignments } from "./assignments.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "engagements.view");
  requireKind(access, "consultancy");
  const now = new Date();
  const search = new URL(request.url).searchParams;
  const { q, page } = readClientsQuery(search);
  const { rows, total } = await listEngagements(database(), access, { q, page }, now);
  const offers = await listOffers(database(), access, now);
  const members = await listMembers(database(), access, { q: "", sort: "name" });
  return {
    words: pageWords(language, "workspace", "people", "engagements"),
    frame: workspaceFrame(access),
    engagements: rows,
    total,
    query: { q, page },
    members: members.rows.map(({ id, name }) => ({ id, name })),
    offers: offers.map(({ expiresAt, ...offer }) => ({ ...offer, expiresAt: expiresAt.toISOString() })),
    mayChange: access.organization.eraseAfter === null && can(access.actor, "clients.assign"),
    done: whatWasDone(search),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerEngagementForm(args, { action: "clients.assign", kind: "consultancy", path: organizationPaths.clientsOf });
}

const NONE: never[] = [];

export default function ConsultancyClients() {
  const { say } = useWords();
  const { frame, engagements, total, query, members, offers, mayChange, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, slug } = frame;
  const title = { page: say("engagements:clientsTitle"), name };
  const to = (page: number) => `${organizationPaths.clientsOf(slug)}?${new URLSearchParams({ q: query.q, page: String(page) }).toString()}`;
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      {!refused && done && <Done>{say(`engagements:done_${done}`)}</Done>}
      <Heading name={name} total={total} isSearched={query.q !== ""} />
      {(total > CLIENTS_A_PAGE || query.q !== "") && (
        <Form
          method="get"
          role="search"
          aria-label={say("engagements:search")}
          className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
        >
          <LabelledField id="q" label={say("engagements:searchLabel")}>
            {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
          </LabelledField>
          <button type="submit" className="button button-quiet">
            {say("engagements:show")}
          </button>
        </Form>
      )}
      <ul className="mt-6">
        {engagements.map((engagement) => (
          <EngagementEntry key={engagement.id} engagement={engagement} client={engagement.other} mayChange={mayChange}>
            <Assignments engagement={engagement} members={members} mayChange={mayChange} />
          </EngagementEntry>
        ))}
      </ul>
      <Pager page={query.page} pages={Math.ceil(total / CLIENTS_A_PAGE)} to={to} />
      <OpenOffers offers={offers} mayChange={mayChange} />
      {/* Anew once something was sent, so that the fields are empty again. */}
      {mayChange && <OfferForm key={offers.length} kind="consultancy" typed={refused?.typed ?? NOTHING_TYPED} problems={refused?.problems ?? NONE} />}
    </Workspace>
  );
}

const NOTHING_TYPED = { address: "", endsOn: "", scopes: [] };

function Heading({ name, total, isSearched }: { name: string; total: number; isSearched: boolean }) {
  const { say } = useWords();
  if (isSearched) return <h1 className="text-3xl">{total === 0 ? say("engagements:noClientFound") : say("engagements:clientsFound", { count: total })}</h1>;
  return (
    <>
      <h1 className="text-3xl">{total === 0 ? say("engagements:noClients", { name }) : say("engagements:clientsHeading", { name, count: total })}</h1>
      {total === 0 && <p className="measure mt-4">{say("engagements:clientsEmpty")}</p>}
    </>
  );
}
