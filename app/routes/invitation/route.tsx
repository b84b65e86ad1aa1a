import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { maskAddress } from "#app/domain/tenancy/mask-address.ts";
import { paths } from "#app/paths.ts";
import { readEmptyForm } from "#app/services/api/read-form-entries.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { acceptInvitation } from "#app/services/tenancy/accept-invitation.server.ts";
import { requireInvitation } from "#app/services/tenancy/require-invitation.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const { token, invitation } = await requireInvitation(params["token"], new Date());
  const person = await signedInPerson(request);
  const { organization, address, invitedBy, role, closed } = invitation;
  const isTheirs = person?.email.toLowerCase() === address;
  const shown = {
    words: pageWords(language, "people"),
    token,
    name: organization.name,
    invitedBy,
    role,
    closed,
    masked: maskAddress(address),
    signedInAs: person?.email ?? null,
    isTheirs,
  };
  // One status for every invitation that is over.
  return data(shown, { status: closed ? 410 : 200 });
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  await readEmptyForm(request, wordsIn(language));
  const token = params["token"] ?? "";
  const outcome = await acceptInvitation(database(), person, token, { language, now: new Date() });
  nudgeMail();
  if ("slug" in outcome) return redirect(paths.organization(outcome.slug), 303);
  if (outcome.kind === "unverified") {
    const message = wordsIn(language).say("people:unverified", { address: person.email });
    return data({ problems: [{ field: "accept", message }] }, { status: 422 });
  }
  if (outcome.kind === "unknown") throw new Response("Not found", { status: 404 });
  // The page itself says what the matter is.
  return redirect(paths.invitation(token), 303);
}

const NONE: never[] = [];

export default function Invitation() {
  const { say } = useWords();
  const { token, name, invitedBy: inviter, role, closed, masked, signedInAs, isTheirs } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  const back = paths.invitation(token);
  const title = say("people:invitationTitle");
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${problems.length > 0 ? say("frame:error", { message: title }) : title} · Pinhigh`}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl">{closed ? say(`people:closed_${closed}`, { name }) : say("people:invitationHeading", { inviter, name })}</h1>
      {closed ? (
        <>
          <p className="measure mt-4">{say(`people:closedText_${closed}`, { inviter, name })}</p>
          <p className="mt-6">
            <Link to={paths.organizations}>{say("people:yourOrganizations")}</Link>
          </p>
        </>
      ) : (
        <>
          <p className="measure mt-4">{say("people:invitationText", { name, role: say(`people:role_${role}`) })}</p>
          {isTheirs ? (
            <Form method="post" className="mt-6">
              <button type="submit" id="accept" className="button">
                {say("people:accept", { name })}
              </button>
            </Form>
          ) : signedInAs ? (
            <>
              <p className="measure mt-4 border-l-4 border-alert py-1 pl-4">{say("people:otherAddress", { address: signedInAs, masked })}</p>
              <p className="measure mt-4">{say("people:otherAddressWay", { inviter })}</p>
            </>
          ) : (
            <>
              <p className="measure mt-4">{say("people:forAddress", { address: masked })}</p>
              <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
                <Link to={paths.signUpFor(back)} className="button">
                  {say("people:signUp")}
                </Link>
                <Link to={paths.signInFor(back)} className="button button-quiet">
                  {say("people:signIn")}
                </Link>
              </p>
              <p className="measure mt-4 text-sm text-quiet">{say("people:signUpThen")}</p>
            </>
          )}
        </>
      )}
    </Page>
  );
}
