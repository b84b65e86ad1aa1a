import { Link } from "@remix-run/react";
import { ScrollTable } from "#app/components/team/scroll-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { ShownComparison } from "#app/services/benchmark/benchmark-page.server.ts";

/** One's own earlier cycles, and one's own units, which can be compared whatever others share. */
export function OwnPast({ slug, shown: { slug: assessment, cycles, units } }: { slug: string; shown: ShownComparison }) {
  const { say, language } = useWords();
  const figure = (value: number | null) => (value === null ? say("benchmarks:notShown") : displayScore(value, language));
  const headOf = (id: string, title: string) => [
    { id, title },
    { id: `${id}-mean`, title: say("benchmarks:meanColumn"), isFigure: true },
    { id: `${id}-people`, title: say("benchmarks:peopleColumn"), isFigure: true },
  ];
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("benchmarks:selfHeading")}</h2>
      <ScrollTable caption={say("benchmarks:cyclesTable")} head={headOf("period", say("benchmarks:period"))} className="max-w-[36rem]">
        {cycles.map(({ id, period, mean, respondents }) => (
          <tr key={id}>
            <th scope="row">{period}</th>
            <td className="figure">{figure(mean)}</td>
            <td className="figure">{displayCount(respondents, language)}</td>
          </tr>
        ))}
      </ScrollTable>
      {cycles.length > 1 && (
        <Link to={organizationPaths.trendsOf(slug, assessment)} className="no-print mt-2 inline-flex min-h-11 items-center">
          {say("benchmarks:toTrends")}
        </Link>
      )}
      {units.length > 0 && (
        <ScrollTable caption={say("benchmarks:unitsTable")} head={headOf("unit", say("benchmarks:unit"))} className="max-w-[36rem]">
          {units.map(({ id, title, n, overall }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className="figure">{figure(overall)}</td>
              <td className="figure">{displayCount(n, language)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
