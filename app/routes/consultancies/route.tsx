import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { EngagementEntry } from "#app/components/engagement/engagement-entry.tsx";
import { OfferForm } from "#app/components/engagement/offer-form.tsx";
import { OpenOffers } from "#app/components/engagement/open-offers.tsx";
import { whatWasDone } from "#app/components/engagement/what-was-done.ts";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { CLIENTS_A_PAGE, readClientsQuery } from "#app/domain/engagement/clients-query.ts";
import { inWords } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { answerEngagementForm } from "#app/services/tenancy/answer-engagement-form.server.ts";
import { listEngagements } from "#app/services/tenancy/list-engagements.server.ts";
import { listOffers } from "#app/services/tenancy/list-offers.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireKind } from "#app/services/tenancy/require-kind.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "engagements.view");
  requireKind(access, "company");
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const { page } = readClientsQuery(query);
  const { rows, total } = await listEngagements(database(), access, { q: "", page }, now);
  const offers = await listOffers(database(), access, now);
  return {
    words: pageWords(language, "workspace", "people", "engagements"),
    frame: workspaceFrame(access),
    engagements: rows,
    total,
    page,
    offers: offers.map(({ expiresAt, ...offer }) => ({ ...offer, expiresAt: expiresAt.toISOString() })),
    mayChange: access.organization.eraseAfter === null && can(access.actor, "engagements.manage"),
    mayReadTrail: can(access.actor, "audit.view"),
    done: whatWasDone(query),
  };
}

export function action(args: ActionFunctionArgs) {
  return answerEngagementForm(args, { action: "engagements.manage", kind: "company", path: organizationPaths.consultancies });
}

const NONE: never[] = [];

export default function Consultancies() {
  const { say, language } = useWords();
  const { frame, engagements, total, page, offers, mayChange, mayReadTrail, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, slug } = frame;
  const title = { page: say("engagements:consultanciesTitle"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      {!refused && done && <Done>{say(`engagements:done_${done}`)}</Done>}
      <h1 className="text-3xl">
        {total === 0 ? say("engagements:noConsultancies", { name }) : say("engagements:consultanciesHeading", { count: total, name })}
      </h1>
      {total === 0 ? (
        <p className="measure mt-4">{say("engagements:consultanciesEmpty")}</p>
      ) : (
        mayReadTrail && (
          <p className="measure mt-4">
            <Rich text={say("engagements:consultanciesText")} marks={{ audit: (text) => <Link to={organizationPaths.audit(slug)}>{text}</Link> }} />
          </p>
        )
      )}
      <ul className="mt-6">
        {engagements.map((engagement) => (
          <EngagementEntry key={engagement.id} engagement={engagement} client={name} mayChange={mayChange}>
            {engagement.assigned.length === 0
              ? say("engagements:nobodyAssigned")
              : inWords(
                  engagement.assigned.map((member) => member.name),
                  language,
                )}
          </EngagementEntry>
        ))}
      </ul>
      <Pager page={page} pages={Math.ceil(total / CLIENTS_A_PAGE)} to={(other) => `${organizationPaths.consultancies(slug)}?page=${other}`} />
      <OpenOffers offers={offers} mayChange={mayChange} />
      {/* Anew once something was sent, so that the fields are empty again. */}
      {mayChange && <OfferForm key={offers.length} kind="company" typed={refused?.typed ?? NOTHING_TYPED} problems={refused?.problems ?? NONE} />}
    </Workspace>
  );
}

const NOTHING_TYPED = { address: "", endsOn: "", scopes: [] };
