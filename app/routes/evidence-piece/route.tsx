import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { evidenceState } from "#app/domain/evidence/evidence-state.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeByForm } from "#app/services/evidence/evidence-form.server.ts";
import { questionsFor, questionText } from "#app/services/evidence/question-texts.server.ts";
import { requireEvidence } from "#app/services/evidence/read-evidence.server.ts";
import { scanner } from "#app/services/evidence/scanner-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ChangeForm } from "./change-form.tsx";
import { Facts } from "./facts.tsx";
import { RemoveForm } from "./remove-form.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.view");
  const { evidence, owners } = await requireEvidence(database(), access, params["evidence"]);
  const { slug, item, createdAt, expires } = evidence;
  const mayEdit = access.organization.eraseAfter === null && can(access.actor, "evidence.edit");
  const done = new URL(request.url).searchParams.get("done");
  return {
    words: pageWords(language, "workspace", "evidence", "organizations"),
    frame: workspaceFrame(access),
    evidence: { ...evidence, createdAt: createdAt.toISOString(), state: evidenceState(expires, new Date().toISOString().slice(0, 10)) },
    assessment: assessmentTitle(slug, language),
    question: questionText(slug, item, language),
    choices: mayEdit ? { groups: questionsFor(slug, item, language), owners } : null,
    done: (["added", "saved"] as const).find((name) => name === done) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.edit");
  const outcome = await changeByForm(database(), access, params["evidence"], request, { scan: scanner(), words: wordsIn(language), now: new Date() });
  return outcome.refused ? data(outcome.refused, { status: outcome.refused.status }) : redirect(outcome.next, 303);
}

const NONE: FieldProblems = [];

export default function EvidencePiece() {
  const { say } = useWords();
  const { frame, evidence, assessment, question, choices, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const entered: Record<string, string> | undefined = refused?.entered;
  const { slug, name } = frame;
  const title = { page: evidence.title, name };
  const back = organizationPaths.evidencePiece(slug, evidence.id);
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{refused ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form="evidence" back={back} />}
      {done && !refused && <Done>{say(`evidence:${done}`)}</Done>}
      <p className="mb-2 text-sm">
        <Link to={organizationPaths.evidence(slug)} className="inline-block py-1">
          {say("evidence:all")}
        </Link>
      </p>
      <h1 className="max-w-[34ch] text-3xl wrap-anywhere">{evidence.title}</h1>
      <p className="measure mt-4">{say("evidence:forQuestion", { question, assessment })}</p>
      <Facts slug={slug} evidence={evidence} />
      {choices && (
        <>
          <ChangeForm
            // Anew when somebody else's change was loaded, so that the fields show it.
            key={`change ${entered?.["revision"] ?? evidence.revision}`}
            evidence={evidence}
            {...choices}
            entered={entered?.["intent"] === "change" ? entered : null}
            problems={problems}
          />
          <RemoveForm
            title={evidence.title}
            typed={entered?.["intent"] === "remove" ? (entered["typed"] ?? "") : null}
            problem={problems.find(({ field }) => field === "typed")?.message}
          />
        </>
      )}
    </Workspace>
  );
}
