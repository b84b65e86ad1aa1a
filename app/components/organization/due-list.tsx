import { Link } from "@remix-run/react";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { OpenCycle } from "#app/domain/organization-home/next-step.ts";
import type { RoadmapDue } from "#app/domain/organization-home/roadmap-due.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Due = { openCycles: OpenCycle[]; evidence: { expired: number; expiring: number }; readingsDue: number; roadmap: RoadmapDue };

/** What an organisation waits for, each with the way there. */
export function DueList({ slug, due: { openCycles, evidence, readingsDue, roadmap } }: { slug: string; due: Due }) {
  const { say } = useWords();
  const { dayOf } = useDays();
  const rows = [
    ...openCycles.map((cycle) => ({
      text: [say("standing:dueCycle", cycle), ...(cycle.closesAt ? [say("standing:dueCloses", { day: dayOf(cycle.closesAt) })] : [])].join(" "),
      to: organizationPaths.cycle(slug, cycle.id),
    })),
    ...(evidence.expired > 0 ? [{ text: say("standing:dueEvidenceExpired", { count: evidence.expired }), to: organizationPaths.evidence(slug) }] : []),
    ...(evidence.expiring > 0 ? [{ text: say("standing:dueEvidenceSoon", { count: evidence.expiring }), to: organizationPaths.evidence(slug) }] : []),
    ...(readingsDue > 0 ? [{ text: say("standing:dueReadings", { count: readingsDue }), to: organizationPaths.kpis(slug) }] : []),
    ...(roadmap.overdue > 0 ? [{ text: say("standing:dueInitiativesOver", { count: roadmap.overdue }), to: organizationPaths.roadmap(slug) }] : []),
    ...(roadmap.dueSoon > 0 ? [{ text: say("standing:dueInitiativesSoon", { count: roadmap.dueSoon }), to: organizationPaths.roadmap(slug) }] : []),
    ...(roadmap.leapsDue > 0 ? [{ text: say("standing:dueLeaps", { count: roadmap.leapsDue }), to: organizationPaths.leaps(slug) }] : []),
    ...(roadmap.plansToAdopt > 0 ? [{ text: say("standing:duePlans", { count: roadmap.plansToAdopt }), to: organizationPaths.scenarios(slug) }] : []),
    ...(roadmap.emptyQuarter === null ? [] : [{ text: say("standing:dueQuarter", { quarter: roadmap.emptyQuarter }), to: organizationPaths.roadmap(slug) }]),
  ];
  if (rows.length === 0) return <p className="mt-2">{say("standing:dueNothing")}</p>;
  return (
    <ul className="mt-2 space-y-1 print:columns-2 print:gap-x-10">
      {rows.map(({ text, to }) => (
        <li key={text} className="break-inside-avoid">
          <Link to={to} className="inline-block py-0.5">
            <UnbrokenPeriods text={text} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
