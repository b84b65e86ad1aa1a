import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { canGrant, ROLES } from "#app/domain/access/can.ts";
import { readPeopleQuery } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { listInvitations } from "#app/services/tenancy/list-invitations.server.ts";
import { readInvitationForm } from "#app/services/tenancy/read-invitation-form.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { resendInvitation } from "#app/services/tenancy/resend-invitation.server.ts";
import { sendInvitations } from "#app/services/tenancy/send-invitations.server.ts";
import { withdrawInvitation } from "#app/services/tenancy/withdraw-invitation.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { InviteForm } from "./invite-form.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "members.manage");
  const search = new URL(request.url).searchParams;
  const query = readPeopleQuery(search);
  const { rows, total } = await listInvitations(database(), access, query);
  const now = new Date();
  const invitations = rows.map(({ sentAt, expiresAt, ...row }) => ({
    ...row,
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
    mayChange: canGrant(access.actor, row.role),
  }));
  const sent = Number.parseInt(search.get("sent") ?? "", 10);
  return {
    words: pageWords(language, "workspace", "people"),
    frame: workspaceFrame(access),
    roles: ROLES.filter((role) => canGrant(access.actor, role)),
    list: { query, total, invitations },
    sent: sent > 0 && sent < 100 ? sent : null,
    done: (["resent", "withdrawn"] as const).find((name) => search.has(name)) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "members.manage");
  const words = wordsIn(language);
  const form = await readInvitationForm(request, words);
  const sending = { origin: publicOrigin(), language, now: new Date() };
  const page = organizationPaths.invitations(access.organization.slug);
  if (form.intent === "invite") {
    const outcome = await sendInvitations(database(), access, form.fields, sending, words);
    if (outcome.problems) return data({ problems: outcome.problems, fields: { ...form.fields } }, { status: 422 });
    nudgeMail();
    return redirect(`${page}?sent=${outcome.count}`, 303);
  }
  const isResent = form.intent === "resend";
  const outcome = isResent
    ? await resendInvitation(database(), access, form.invitation, sending)
    : await withdrawInvitation(database(), access, form.invitation, sending.now);
  if (outcome === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (isResent && outcome === "done") nudgeMail();
  if (outcome === "done") return redirect(`${page}?${isResent ? "resent" : "withdrawn"}=yes`, 303);
  const message = words.say(outcome === "not-open" ? "people:notOpen" : "people:sentOften");
  return data({ problems: [{ field: "open", message }], fields: {} }, { status: 422 });
}

const NONE: never[] = [];

export default function Invitations() {
  const { say } = useWords();
  const { frame, roles, list, sent, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = { page: say("people:inviteTitle"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      {!refused && sent && <Done>{say("people:sent", { count: sent })}</Done>}
      {!refused && done && <Done>{say(`people:${done}`)}</Done>}
      <h1 className="text-3xl">{say("people:inviteHeading")}</h1>
      {/* Anew once something was sent, so that the fields are empty again. */}
      <InviteForm key={list.total} roles={roles} fields={refused?.fields ?? {}} problems={refused?.problems ?? NONE} />
      <OpenInvitations slug={frame.slug} {...list} />
    </Workspace>
  );
}
