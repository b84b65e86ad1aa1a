import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ScopeList } from "#app/components/engagement/scope-list.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { isDemoVisitor } from "#app/domain/demo/demo-cast.ts";
import { DEMO_REFUSAL } from "#app/domain/demo/demo-refusal.ts";
import { otherKind } from "#app/domain/engagement/engagement-terms.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { declineOffer } from "#app/services/tenancy/decline-offer.server.ts";
import { managedOrganizations } from "#app/services/tenancy/managed-organizations.server.ts";
import { readOfferAnswer } from "#app/services/tenancy/read-offer-answer.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireOffer } from "#app/services/tenancy/require-offer.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { AnswerForms } from "./answer-forms.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const { token, offer } = await requireOffer(params["token"], new Date());
  const { scopes, endsOn, expiresAt, offeredBy, offerer } = offer;
  const closed = offer.state !== "open" ? offer.state : offerer.isLeaving ? ("leaving" as const) : null;
  const person = await signedInPerson(request);
  const shown = {
    words: pageWords(language, "engagements"),
    token,
    scopes,
    endsOn,
    expiresAt: expiresAt.toISOString(),
    offeredBy,
    name: offerer.name,
    kind: offerer.kind,
    closed,
    organizations: person && !isDemoVisitor(person.personId) && !closed ? await managedOrganizations(database(), person, otherKind(offerer.kind)) : null,
  };
  // One status for every offer that is over.
  return data(shown, { status: closed ? 410 : 200 });
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const now = new Date();
  const words = wordsIn(language);
  const { token, offer } = await requireOffer(params["token"], now);
  const person = await signedInPerson(request);
  if (person && isDemoVisitor(person.personId)) throw new Response(DEMO_REFUSAL, { status: 403 });
  const answer = await readOfferAnswer(request, words);
  const page = paths.engagementOffer(token);
  const refuse = (message: string) => data({ problems: [{ field: "organization", message }] }, { status: 422 });
  if (answer.intent === "decline") {
    await declineOffer(database(), token, person, now);
    return redirect(page, 303);
  }
  if (!answer.organization) return refuse(words.say("engagements:chooseOrganization"));
  const access = await requireAccess(request, answer.organization, "engagements.manage");
  const { outcome } = await acceptOffer(database(), access, token, { now, language });
  nudgeMail();
  const { slug, kind, name } = access.organization;
  if (outcome === "engaged")
    return redirect(`${kind === "company" ? organizationPaths.consultancies(slug) : organizationPaths.clientsOf(slug)}?done=started`, 303);
  if (outcome === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome === "same-kind") return refuse(words.say("engagements:refused_same-kind", { name }));
  if (outcome === "engaged-already") return refuse(words.say("engagements:refused_engaged-already", { name, other: offer.offerer.name }));
  if (outcome === "leaving" || outcome === "not-allowed") return refuse(words.say(`engagements:refused_${outcome}`));
  // The page itself says what has become of the offer.
  return redirect(page, 303);
}

const NONE: never[] = [];

export default function EngagementOffer() {
  const { say, language } = useWords();
  const { token, scopes, endsOn, expiresAt, offeredBy: person, name, kind, closed, organizations } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${say(problems.length > 0 ? "engagements:offerTitleError" : "engagements:offerTitle")} · Pinhigh`}</title>
      <ErrorSummary problems={problems} />
      {closed ? (
        <>
          <h1 className="max-w-[34ch] text-3xl">{say(`engagements:closed_${closed}`, { name })}</h1>
          <p className="measure mt-4">{say(`engagements:closedText_${closed}`, { person, name })}</p>
          <p className="mt-6">
            <Link to={paths.organizations}>{say("engagements:yourOrganizations")}</Link>
          </p>
        </>
      ) : (
        <>
          <h1 className="max-w-[34ch] text-3xl">{say(`engagements:offerHeading_${kind}`, { name })}</h1>
          <p className="measure mt-4">{say(`engagements:offerText_${kind}`, { person, name })}</p>
          <ScopeList scopes={scopes} />
          <p className="measure mt-4">{say(`engagements:notIncluded_${kind}`, { name })}</p>
          <h2 className="mt-8 text-xl">{say("engagements:howLong")}</h2>
          <p className="measure mt-2">{endsOn ? say("engagements:howLongUntil", { day: displayDate(endsOn, language) }) : say("engagements:howLongOpen")}</p>
          <p className="measure mt-2">{say(`engagements:whoWorks_${kind}`, { person, name })}</p>
          <p className="measure mt-6 border-t border-rule pt-6">{say("engagements:answerUntil", { day: displayDate(expiresAt, language) })}</p>
          <AnswerForms back={paths.engagementOffer(token)} kind={kind} organizations={organizations} error={problems[0]?.message} />
        </>
      )}
    </Page>
  );
}
