import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { CORE_ASSESSMENTS } from "#app/domain/cycles/first-steps.ts";
import { readResultsQuery } from "#app/domain/cycles/list-query.ts";
import { quarterOf } from "#app/domain/cycles/period.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { readStanding } from "#app/services/cycles/read-standing.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { readHome } from "#app/services/home/read-home.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { readProfile } from "#app/services/tenancy/read-profile.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { FirstRun } from "./first-run.tsx";
import { StandingHome } from "./standing-home.tsx";
import { LatestResults, ResultList } from "./latest-results.tsx";

/** Results that the first page shows. */
const LATEST = 3;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.view");
  const { actor, organization } = access;
  const stays = organization.eraseAfter === null;
  const { openCycles, ...standing } = await readStanding(database(), access, new Date());
  const found = standing.results > 0 ? await listResults(database(), access, readResultsQuery(new URLSearchParams()), LATEST) : null;
  const seesResults = can(actor, "results.view");
  return {
    words: pageWords(language, "workspace", "organizations", "cycles", "results", "terms", "standing"),
    home: standing.results > 0 && seesResults ? await readHome(database(), access, wordsIn(language), new Date()) : null,
    frame: workspaceFrame(access),
    profile: await readProfile(database(), access),
    standing: { ...standing, openCycles: openCycles.map((cycle) => ({ ...cycle, title: assessmentTitle(cycle.slug, language) })) },
    latest:
      found?.rows.map(({ submittedAt, ...row }) => ({ ...row, title: assessmentTitle(row.slug, language), submittedAt: submittedAt?.toISOString() ?? null })) ??
      [],
    core: assessmentChoices(language, CORE_ASSESSMENTS),
    period: quarterOf(new Date()),
    may: {
      edit: stays && can(actor, "organization.edit"),
      invite: stays && can(actor, "members.manage"),
      run: stays && can(actor, "cycles.run"),
      answer: stays && can(actor, "cycles.respond"),
    },
  };
}

export default function Organization() {
  const { say } = useWords();
  const { frame, home, profile, standing, latest, core, period, may } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const { kind, industry, sizeBand, region } = profile;
  const incomplete = !industry || !sizeBand || !region;
  const said = [
    say(`organizations:kindName_${kind}`),
    ...(industry ? [say(`organizations:industry_${industry}`)] : []),
    ...(sizeBand ? [`${say("organizations:sizeBand")}: ${say(`organizations:sizeBand_${sizeBand}`)}`] : []),
    ...(region ? [`${say("organizations:region")}: ${say(`organizations:region_${region}`)}`] : []),
  ];
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("workspace:standing"), name })}</title>
      {home ? (
        <>
          <StandingHome frame={frame} home={home} />
          {home.lines.length === 0 && <ResultList slug={slug} results={latest} />}
        </>
      ) : standing.results > 0 ? (
        <LatestResults frame={frame} openCycles={standing.openCycles} results={latest} />
      ) : (
        <FirstRun frame={frame} standing={standing} core={core} period={period} may={may} />
      )}
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("workspace:whoWeAre")}</h2>
        <ul className="mt-2">
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {may.edit && incomplete && (
          <>
            <p className="measure mt-4">{say("workspace:profileStep", { name })}</p>
            <Link to={organizationPaths.profile(slug)} className="inline-block py-1">
              {say("workspace:profileStepLink")}
            </Link>
          </>
        )}
      </section>
    </Workspace>
  );
}
