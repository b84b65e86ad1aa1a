import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ClaimedAndShown } from "#app/components/evidence/claimed-and-shown.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { readResult } from "#app/services/results/read-result.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.view");
  const result = await readResult(database(), access, params["response"] ?? "", new Date(), context.language);
  if (!result) throw new Response("Not found", { status: 404 });
  const { id, period, language, compiled, hash, view, submittedAt, shown } = result;
  const done = new URL(request.url).searchParams.get("done");
  return {
    // The frame speaks the reader's language, the result the one its assessment is translated to.
    words: { ...pageWords(context.language, "workspace", "evidence"), ...pageWords(language, "results", "result", "answers", "terms") },
    language,
    frame: workspaceFrame(access),
    view,
    shown: shown && { claimed: shown.claimed, evidenced: shown.evidenced, distance: shown.distance },
    seesEvidence: can(access.actor, "evidence.view"),
    period,
    submittedAt: submittedAt.toISOString(),
    provenance: provenanceOf(compiled.definition, hash, paths.organizationResult(access.organization.slug, id)),
    done: (["kept", "already-there"] as const).find((name) => name === done) ?? null,
  };
}

export default function OrganizationResult() {
  const { say, language } = useWords();
  const { frame, view, period, submittedAt, provenance, done } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const { title } = view;
  const date = displayDate(submittedAt, language);
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("results:resultTitle", { title: view.shortTitle }), name })}</title>
      {done && <Done>{say(done === "kept" ? "results:kept" : "results:alreadyThere", { name })}</Done>}
      <p className="no-print mb-2 text-sm">
        <Link to={paths.organizationResults(slug)} className="inline-block py-1">
          {say("results:all")}
        </Link>
      </p>
      <p className="mb-2 text-sm text-quiet">{period ? say("results:ofPeriod", { title, period, date }) : say("results:ofNoPeriod", { title, date })}</p>
      <ResultBody view={view} />
      <Shown />
      <PaperFoot provenance={provenance} />
    </Workspace>
  );
}

/** How much of the score evidence shows, and the way to what is still to be shown. */
function Shown() {
  const { say } = useWords();
  const { frame, view, shown, seesEvidence } = useLoaderData<typeof loader>();
  const hasFigures = shown !== null && shown.claimed !== null && shown.evidenced !== null && shown.distance !== null;
  if (!hasFigures && !seesEvidence) return null;
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("evidence:claimedHeading")}</h2>
      <p className="measure mt-3">{say(shown === null ? "evidence:nothingShown" : "evidence:claimedText")}</p>
      {hasFigures && <ClaimedAndShown claimed={shown.claimed!} evidenced={shown.evidenced!} distance={shown.distance!} />}
      {seesEvidence && (
        <p className="no-print mt-4">
          <Link to={paths.evidenceAudit(frame.slug, view.slug)} className="inline-flex min-h-11 items-center">
            {say("evidence:toAudit")}
          </Link>
        </p>
      )}
    </section>
  );
}
