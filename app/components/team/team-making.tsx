import { Link } from "@remix-run/react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { TEAM_TABLES } from "#app/domain/report/team-tables.ts";
import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";

type TeamMakingProps = { figures: TeamResult; computedAt: string; frame: WorkspaceFrame; cycle: string };

/** How the figures were made, in words; and the figures to take along, which the visitors of an example cannot. */
export function TeamMaking({ figures, computedAt, frame, cycle }: TeamMakingProps) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  const { method, today, seed } = figures;
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("team:howMade")}</h2>
      <ul className="measure mt-3 list-disc space-y-2 pl-5">
        <li>{say("team:howRespondents")}</li>
        <li>{say("team:howAgreement")}</li>
        <li>{say("team:howSuppression")}</li>
        <li>
          {say("team:howComputed", { day: dayOf(computedAt), method, today: displayDate(today, language), seed: String(seed) })}{" "}
          <Link to={paths.method}>{say("team:methodLink")}</Link>
        </li>
      </ul>
      {!frame.isSynthetic && (
        <div className="no-print">
          <h3 className="mt-6 text-lg">{say("team:files")}</h3>
          <p className="measure mt-1 text-quiet">{say("team:filesText")}</p>
          <ul className="mt-2 flex flex-wrap gap-x-6">
            {TEAM_TABLES.map((table) => (
              <li key={table}>
                <a href={organizationPaths.teamTable(frame.slug, cycle, table)} download className="inline-flex min-h-11 items-center">
                  {say(`team:table_${table}`)}
                </a>
              </li>
            ))}
            <li>
              <a href={organizationPaths.teamFigures(frame.slug, cycle)} download className="inline-flex min-h-11 items-center">
                {say("team:figures")}
              </a>
            </li>
          </ul>
        </div>
      )}
    </section>
  );
}
