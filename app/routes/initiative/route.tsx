import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { hasEnded } from "#app/domain/board/initiative-state.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { changeInitiativePage } from "#app/services/board/change-initiative-page.server.ts";
import { readInitiative } from "#app/services/board/read-initiative.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { scanner } from "#app/services/evidence/scanner-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { requireAction } from "#app/services/tenancy/require-action.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { About } from "./about.tsx";
import { Attachments } from "./attachments.tsx";
import { Bet } from "./bet.tsx";
import { Checklist } from "./checklist.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { Keeping } from "./keeping.tsx";
import { Notes } from "./notes.tsx";
import type { Entered } from "./sent.ts";

const DONE = ["added", "there", "changed", "kept", "bet", "decided", "stepAdded", "noteAdded", "attached", "detached", "restored"] as const;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  const page = await readInitiative(database(), access, params["initiative"], wordsIn(language), new Date());
  const done = new URL(request.url).searchParams.get("done");
  const { actor, organization } = access;
  const isStaying = organization.eraseAfter === null;
  return {
    words: pageWords(language, "workspace", "organizations", "board", "initiatives", "terms", "evidence"),
    frame: workspaceFrame(access),
    ...page,
    initiative: { ...page.initiative, createdAt: page.initiative.createdAt.toISOString() },
    mayEdit: isStaying && can(actor, "roadmap.edit"),
    kpis: { maySee: can(actor, "kpis.view"), mayFollow: isStaying && can(actor, "kpis.edit") },
    once: { step: randomUUID(), note: randomUUID(), attachment: randomUUID() },
    done: DONE.find((name) => name === done) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  requireAction(access, "roadmap.edit");
  const id = params["initiative"] ?? "";
  const given = { words: wordsIn(language), now: new Date(), scan: scanner(), secret: installationSecret() };
  const outcome = await changeInitiativePage(database(), access, id, request, given).finally(nudgeMail);
  if (outcome.kind === "done") {
    const page = organizationPaths.initiative(access.organization.slug, id);
    return redirect(outcome.done ? `${page}?done=${outcome.done}` : page, 303);
  }
  const nothing = { entered: null, problems: NONE, differences: null, notice: null, removal: null };
  return data({ ...nothing, ...outcome }, { status: outcome.kind === "removed" ? 200 : outcome.status });
}

const NONE: FieldProblems = [];
/** The form that a conflict goes on with, by what it does. */
const FORMS: Record<string, string> = { keep: "keep", bet: "bet-form", decide: "decide-form" };

export default function InitiativePage() {
  const { say } = useWords();
  const { frame, initiative, title, about, steps, notes, attachments, history, owners, today, mayEdit, kpis, once, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Entered | null = refused?.entered ?? null;
  const of = (...intents: string[]) => (entered && intents.includes(entered["intent"] ?? "") ? entered : null);
  const { slug, name } = frame;
  const page = { page: title, name };
  const isRefused = problems.length > 0 || refused?.differences || refused?.notice;
  const isOverdue = initiative.due !== null && initiative.due < today && !hasEnded(initiative.state);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{isRefused ? say("workspace:pageTitleError", page) : say("workspace:pageTitle", page)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && (
        <Conflict rows={refused.differences} form={FORMS[entered?.["intent"] ?? ""] ?? ""} back={organizationPaths.initiative(slug, initiative.id)} />
      )}
      {refused?.notice && (
        <p role="alert" className="measure mb-6 border-l-4 border-alert py-1 pl-4 font-semibold">
          {refused.notice}
        </p>
      )}
      {refused?.removal && <Removed removal={refused.removal} />}
      {done && !refused && <Done>{say(`initiatives:done_${done}`)}</Done>}
      <p className="mb-2 text-sm">
        <Link to={organizationPaths.roadmap(slug)} className="inline-block py-1">
          {say("initiatives:backToRoadmap")}
        </Link>
      </p>
      <h1 lang={about?.language ?? undefined} className="max-w-[34ch] text-3xl wrap-anywhere">
        {title}
      </h1>
      <Facts slug={slug} initiative={initiative} quarters={about?.quarters ?? null} mayEdit={mayEdit} />
      <Keeping initiative={initiative} owners={owners} mayEdit={mayEdit} isOverdue={isOverdue} entered={of("keep")} problems={problems} />
      <Checklist steps={steps} once={once.step} mayEdit={mayEdit} entered={of("step-add")} problems={problems} />
      <Bet bet={initiative} today={today} mayEdit={mayEdit} entered={of("bet", "decide")} problems={problems} />
      <Notes notes={notes} once={once.note} mayEdit={mayEdit} entered={of("note-add")} problems={problems} />
      <Attachments {...{ slug, attachments, mayEdit, problems }} initiativeId={initiative.id} once={once.attachment} entered={of("attach", "detach")} />
      {about && <About slug={slug} about={about} kpis={kpis} />}
      <History history={history} />
    </Workspace>
  );
}

/** What was removed, and the way back. */
function Removed({ removal }: { removal: { intent: string; id: string; text: string; by: string; at: string; seal: string; position?: string } }) {
  const { say } = useWords();
  const { intent, text, by } = removal;
  const note = by === "" ? say("initiatives:removedNoteNameless") : say("initiatives:removedNote", { person: by });
  return (
    <div role="status" className="measure mb-6 border-l-4 border-accent py-1 pl-4">
      <p>{intent === "step-restore" ? say("initiatives:removedStep", { text }) : note}</p>
      <Form method="post">
        {Object.entries(removal).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <button type="submit" className="button-plain">
          {say("initiatives:putBack")}
        </button>
      </Form>
    </div>
  );
}
