import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ClaimedAndShown } from "#app/components/evidence/claimed-and-shown.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { requireOrganizationResult } from "#app/services/results/require-organization-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { access, result } = await requireOrganizationResult(request, params, context.language);
  const { id, period, language, compiled, hash, view, submittedAt, isAnonymous, shown } = result;
  const done = new URL(request.url).searchParams.get("done");
  return {
    // The frame speaks the reader's language, the result the one its assessment is translated to.
    words: { ...pageWords(context.language, "workspace", "evidence"), ...pageWords(language, "results", "result", "reference", "answers", "terms", "roadmap") },
    language,
    frame: workspaceFrame(access),
    id,
    view,
    roadmap: roadmapInShort(await planPage([result], new URLSearchParams(), wordsIn(language), request.signal)),
    shown: shown && { claimed: shown.claimed, evidenced: shown.evidenced, distance: shown.distance },
    seesEvidence: can(access.actor, "evidence.view"),
    period,
    submittedAt: isAnonymous ? null : submittedAt.toISOString(),
    provenance: provenanceOf(compiled.definition, hash, organizationPaths.organizationResult(access.organization.slug, id)),
    done: (["kept", "already-there"] as const).find((name) => name === done) ?? null,
  };
}

export default function OrganizationResult() {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { frame, id, view, roadmap, period, submittedAt, provenance, done } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const { title } = view;
  const date = submittedAt && dayOf(submittedAt);
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("results:resultTitle", { title: view.shortTitle }), name })}</title>
      {done && <Done>{say(done === "kept" ? "results:kept" : "results:alreadyThere", { name })}</Done>}
      <p className="no-print mb-2 text-sm">
        <Link to={organizationPaths.organizationResults(slug)} className="inline-block py-1">
          {say("results:all")}
        </Link>
      </p>
      <p className="mb-2 text-sm text-quiet">
        {date === null
          ? say("results:ofAnonymous", { title, period: period ?? "" })
          : period
            ? say("results:ofPeriod", { title, period, date })
            : say("results:ofNoPeriod", { title, date })}
      </p>
      <ResultBody view={view} />
      <Shown />
      <RoadmapSummary page={roadmap} path={organizationPaths.organizationRoadmap(slug, id)} />
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
          <Link to={organizationPaths.evidenceAudit(frame.slug, view.slug)} className="inline-flex min-h-11 items-center">
            {say("evidence:toAudit")}
          </Link>
        </p>
      )}
    </section>
  );
}
