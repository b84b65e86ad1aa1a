import { Link } from "@remix-run/react";
import { type Sorted, SortHead } from "#app/components/ui/sort-head.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { CycleState } from "#app/domain/cycles/cycle-state.ts";
import type { CycleSort } from "#app/domain/cycles/list-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Row = { id: string; title: string; period: string; state: CycleState; opensAt: string; closedAt: string | null; isAnswered: boolean };
/** `answers`: whether whoever looks is asked. */
type CycleTableProps = { slug: string; cycles: Row[]; answers: boolean; sorted: Sorted<CycleSort> };

/** The cycles of an organisation. */
export function CycleTable({ slug, cycles, answers, sorted }: CycleTableProps) {
  const { say } = useWords();
  const { dayOf } = useDays();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("cycles:table")}>
      <table className="figures min-w-[36rem]">
        <caption className="sr-only">{say("cycles:table")}</caption>
        <thead>
          <tr>
            <SortHead label={say("cycles:assessment")} column="title" sorted={sorted} />
            <SortHead label={say("cycles:period")} column="period" sorted={sorted} />
            <SortHead label={say("cycles:opened")} column="opened" sorted={sorted} />
            <SortHead label={say("cycles:state")} column="standing" sorted={sorted} />
            {answers && <th scope="col">{say("cycles:yours")}</th>}
          </tr>
        </thead>
        <tbody>
          {cycles.map(({ id, title, period, state, opensAt, closedAt, isAnswered }) => (
            <tr key={id}>
              <th scope="row" className="words">
                <Link to={organizationPaths.cycle(slug, id)} className="inline-block py-0.5">
                  {title}
                </Link>
              </th>
              <td className="whitespace-nowrap">{period}</td>
              <td className="whitespace-nowrap">{state === "planned" ? say("cycles:notOpenYet") : dayOf(opensAt)}</td>
              <td className="min-w-28">
                {closedAt && say("cycles:closedOn", { day: dayOf(closedAt) })}
                {state === "open" && say("cycles:open")}
                {state === "planned" && say("cycles:opensOn", { day: dayOf(opensAt) })}
              </td>
              {answers && <td>{say(isAnswered ? "cycles:answered" : state === "planned" ? "cycles:notOpenYet" : "cycles:notAnswered")}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
