import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can, canGrant, ROLES } from "#app/domain/access/can.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readMemberChange } from "#app/services/tenancy/read-member-change.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { changePeople } from "#app/services/tenancy/change-people.server.ts";
import { readMember } from "#app/services/tenancy/read-member.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireAction } from "#app/services/tenancy/require-action.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ChangeMember, EndMembership, TransferOwnership } from "./member-forms.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  // Everybody may look at themselves, and leave.
  const access = await requireAccess(request, params["org"], "organization.view");
  const { actor, memberId, organization } = access;
  const isSelf = memberId !== null && params["member"] === memberId;
  const found = isSelf || can(actor, "members.view") ? await readMember(database(), access, params["member"] ?? "") : null;
  if (!found) throw new Response("Not found", { status: 404 });
  const { personId: _, ...member } = found;
  const manages = organization.eraseAfter === null && canGrant(actor, member.role);
  return {
    words: pageWords(language, "workspace", "organizations", "people"),
    frame: workspaceFrame(access),
    member,
    isSelf,
    roles: manages ? ROLES.filter((role) => canGrant(actor, role)) : [],
    may: { remove: manages && !isSelf, transfer: organization.eraseAfter === null && can(actor, "organization.transfer") && !isSelf },
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const access = await requireAccess(request, params["org"], "organization.view");
  const change = await readMemberChange(request, words);
  if (change.intent !== "leave") requireAction(access, "members.manage");
  const refused = await changePeople(database(), access, params["member"] ?? "", change, words).finally(nudgeMail);
  return data(refused, { status: refused.differences ? 409 : 422 });
}

const NONE: never[] = [];

export default function Member() {
  const { say } = useWords();
  const { frame, member, isSelf, roles, may, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = { page: member.name, name: frame.name };
  const entered = refused?.entered ?? null;
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      {refused?.differences && <Conflict rows={refused.differences} form="change" back={organizationPaths.member(frame.slug, member.id)} />}
      {isSaved && !refused && <Done>{say("people:saved")}</Done>}
      <h1 className="text-3xl">{say("people:memberHeading", { person: member.name, name: frame.name })}</h1>
      <p className="mt-2 text-quiet">
        {member.address} · {say(`people:role_${member.role}`)}
      </p>
      {roles.length > 0 ? (
        <ChangeMember member={{ ...member, ...entered }} isSelf={isSelf} roles={roles} />
      ) : (
        member.role === "owner" && !isSelf && <p className="measure mt-4">{say("people:cannotChange")}</p>
      )}
      {may.transfer && <TransferOwnership person={member.name} />}
      {(may.remove || isSelf) && <EndMembership member={member} organization={frame.name} isSelf={isSelf} />}
    </Workspace>
  );
}
