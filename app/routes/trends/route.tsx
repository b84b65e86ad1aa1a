import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChangeSentences } from "#app/components/change/change-sentences.tsx";
import { TrendFigure } from "#app/components/change/trend-figure.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useLookingAgain } from "#app/components/team/team-waiting.tsx";
import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { trendNotes, trendTitle } from "#app/domain/trends/trend-words.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { readTrendQuery, trendPage } from "#app/services/changes/trend-page.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { TrendTable } from "./trend-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  return {
    words: pageWords(language, "workspace", "terms", "change", "marks"),
    frame: workspaceFrame(access),
    mayMark: access.organization.eraseAfter === null && can(access.actor, "cycles.run"),
    ...(await trendPage(database(), access, readTrendQuery(request), wordsIn(language))),
  };
}

export default function Trends() {
  const words = useWords();
  const { say } = words;
  const { frame, mayMark, choices, trend } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  useLookingAgain(trend !== null && trend.parts.length === 0);
  const heading = trend === null ? say("change:trendsNone", { name }) : trend.headline;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("change:trends"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">
        <UnbrokenPeriods text={heading} />
      </h1>
      {trend === null ? (
        <>
          <p className="measure mt-4">{say("change:trendsNoneText")}</p>
          <p className="mt-6">
            <Link to={organizationPaths.cycles(slug)} className="button">
              {say("change:toCycles")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="measure mt-2 text-quiet">{say("change:trendsHeading")}</p>
          {choices.length === 1 && <p className="mt-4 font-semibold">{trend.title}</p>}
          <ChoiceLinks
            label={say("change:whichAssessment")}
            choices={choices.map(({ slug: id, title }) => ({ id, title }))}
            current={trend.slug}
            to={(assessment) => organizationPaths.trendsOf(slug, assessment)}
          />
          <section className="mt-6">
            <h2 className="text-xl">{say("change:changeByPart")}</h2>
            {trend.parts.length > 0 ? (
              <ChangeSentences parts={trend.parts} />
            ) : (
              <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
                {say("change:pending")}{" "}
                <Link to={organizationPaths.trendsOf(slug, trend.slug)} reloadDocument className="inline-block py-0.5">
                  {say("change:lookAgain")}
                </Link>
              </p>
            )}
          </section>
          {trend.points && (
            <section id="lines" className="mt-10 border-t border-rule pt-6">
              <h2 className="text-xl">{say("change:figuresAnd")}</h2>
              <ChoiceLinks
                label={say("change:whichPart")}
                choices={trend.drawable}
                current={trend.drawn}
                to={(part) => `${organizationPaths.trendsOf(slug, trend.slug, part)}#lines`}
                staysInPlace
              />
              <TrendFigure title={trendTitle(trend, words)} periods={trend.periods} points={trend.points} milestones={trend.milestones} />
              <p className="measure mt-2 text-sm">{say("change:linesText")}</p>
              {trendNotes(trend, words).map((note) => (
                <p key={note} className="measure mt-2 text-sm">
                  {note}
                </p>
              ))}
              <TrendTable frame={frame} trend={trend} />
            </section>
          )}
          <p className="no-print mt-6 flex flex-wrap gap-x-6">
            <Link to={organizationPaths.compare(slug, trend.fromId, trend.toId)} className="inline-flex min-h-11 items-center">
              {say("change:toCompare")}
            </Link>
            {mayMark && (
              <Link to={organizationPaths.milestones(slug)} className="inline-flex min-h-11 items-center">
                {say("change:markMilestone")}
              </Link>
            )}
          </p>
        </>
      )}
    </Workspace>
  );
}
