import { Link } from "@remix-run/react";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { OpenCycle } from "#app/domain/organization-home/next-step.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";

type Due = { openCycles: OpenCycle[]; evidence: { expired: number; expiring: number }; readingsDue: number };

/** What an organisation waits for, each with the way there. */
export function DueList({ slug, due: { openCycles, evidence, readingsDue } }: { slug: string; due: Due }) {
  const { say, language } = useWords();
  const rows = [
    ...openCycles.map((cycle) => ({
      text: [say("standing:dueCycle", cycle), ...(cycle.closesAt ? [say("standing:dueCloses", { day: displayDate(cycle.closesAt, language) })] : [])].join(" "),
      to: paths.cycle(slug, cycle.id),
    })),
    ...(evidence.expired > 0 ? [{ text: say("standing:dueEvidenceExpired", { count: evidence.expired }), to: paths.evidence(slug) }] : []),
    ...(evidence.expiring > 0 ? [{ text: say("standing:dueEvidenceSoon", { count: evidence.expiring }), to: paths.evidence(slug) }] : []),
    ...(readingsDue > 0 ? [{ text: say("standing:dueReadings", { count: readingsDue }), to: paths.kpis(slug) }] : []),
  ];
  if (rows.length === 0) return <p className="mt-2">{say("standing:dueNothing")}</p>;
  return (
    <ul className="mt-2 space-y-1">
      {rows.map(({ text, to }) => (
        <li key={text}>
          <Link to={to} className="inline-block py-0.5">
            <UnbrokenPeriods text={text} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
