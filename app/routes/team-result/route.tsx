import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { TeamAgenda } from "#app/components/team/team-agenda.tsx";
import { TeamAnswer } from "#app/components/team/team-answer.tsx";
import { TeamDimensions } from "#app/components/team/team-dimensions.tsx";
import { TeamGaps } from "#app/components/team/team-gaps.tsx";
import { TeamGroups } from "#app/components/team/team-groups.tsx";
import { LeftOut } from "#app/components/team/left-out.tsx";
import { TeamMaking } from "#app/components/team/team-making.tsx";
import { TeamQuestions } from "#app/components/team/team-questions.tsx";
import { TeamWaiting, useLookingAgain } from "#app/components/team/team-waiting.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { evidenceByItem } from "#app/services/evidence/item-evidence.server.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { teamPage } from "#app/services/results/team-page.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const result = await readTeamResult(database(), access, params["cycle"] ?? "", context.language);
  if (!result) throw new Response("Not found", { status: 404 });
  const { organization, actor } = access;
  const { language, compiled, hash, cycle } = result;
  return {
    // The frame speaks the reader's language, the result the one its assessment is translated to.
    words: { ...pageWords(context.language, "workspace"), ...pageWords(language, "team", "result", "terms") },
    language,
    frame: workspaceFrame(access),
    team: teamPage(result, organization.name),
    evidence: await evidenceByItem(database(), access, cycle.slug, new Date()),
    mayAgree: can(actor, "cycles.run"),
    provenance: provenanceOf(compiled.definition, hash, organizationPaths.teamResult(organization.slug, cycle.id)),
  };
}

export default function TeamResultPage() {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { frame, team, evidence, mayAgree, provenance } = useLoaderData<typeof loader>();
  const { cycle, names } = team;
  const { id, period, closedAt } = cycle;
  const { title, shortTitle } = names;
  const { slug, name } = frame;
  const agreed = Object.fromEntries(team.agreed.map(({ item, answer }) => [item, answer]));
  useLookingAgain(team.state === "shown" && cycle.isDue);
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("team:title", { period, title: shortTitle }), name })}</title>
      <p className="no-print mb-2 text-sm">
        <Link to={organizationPaths.cycle(slug, id)} className="inline-block py-1">
          {say("team:toCycle")}
        </Link>
      </p>
      <p className="mb-2 text-sm text-quiet">
        {closedAt ? say("team:ofCycle", { title, period, day: dayOf(closedAt) }) : say("team:ofOpenCycle", { title, period })}
      </p>
      {team.state === "shown" ? (
        <>
          {(cycle.isOpenAgain || cycle.isDue || cycle.hasLater) && (
            <p role="status" className="measure mb-4 border-l-4 border-rule pl-3">
              {say(cycle.isOpenAgain ? "team:openAgain" : cycle.isDue ? "team:computing" : "team:later")}
            </p>
          )}
          <LeftOut {...team.leftOut} />
          <TeamAnswer {...team} agreed={team.score && { count: team.agreed.length, score: team.score.with, before: team.score.before }} />
          <TeamAgenda {...team} />
          <TeamDimensions {...team} agreed={team.score?.with ?? null} />
          <TeamGroups {...team} />
          <TeamGaps {...team} />
          <TeamQuestions {...team} agreed={agreed} evidence={evidence} slug={slug} cycle={id} mayAgree={mayAgree} />
          <TeamMaking {...team} frame={frame} cycle={id} />
        </>
      ) : (
        <TeamWaiting {...team} here={organizationPaths.teamResult(slug, id)} />
      )}
      <PaperFoot provenance={provenance} />
    </Workspace>
  );
}
