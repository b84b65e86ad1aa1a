import { useWords } from "#app/components/words/use-words.tsx";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";
import type { ComparedScenario } from "#app/services/scenarios/compare-scenarios.server.ts";

/** Where a plan has no figure: before it begins, after it ends, or of several assessments together. */
const NONE = "–";

/** The figures of two plans side by side, quarter by quarter and in all. */
export function ComparedTable({ one, other }: { one: ComparedScenario; other: ComparedScenario }) {
  const words = useWords();
  const { say, language } = words;
  const score = (value: number) => displayScore(value, language);
  const quarters = [...new Set([...one.curve, ...other.curve].map(({ quarter }) => quarter))].sort();
  // Those that both have today already say nothing of the plans.
  const levels = [...new Set([...one.levels, ...other.levels].filter(({ quarter }) => quarter !== null).map(({ level }) => level))].sort();
  const when = (reached: { quarter: string | null } | null | undefined) => (reached ? (reached.quarter ?? say("scenarios:already")) : say("scenarios:never"));
  /** A line for each pool, with its quarters. */
  const places = ({ binding }: ComparedScenario): string =>
    [...PILLARS, "budget" as const]
      .flatMap((pool) => {
        const its = binding.filter((place) => place.pool === pool).map(({ quarter }) => quarter);
        return its.length === 0 ? [] : [`${pool === "budget" ? say("scenarios:money") : say(`terms:${pool}`)} ${its.sort().join(", ")}`];
      })
      .join("; ");
  const rows: { name: string; of: (plan: ComparedScenario) => string }[] = [
    { name: say("scenarios:row_today"), of: ({ today }) => score(today) },
    ...quarters.map((name) => ({
      name,
      of: ({ curve }: ComparedScenario) => {
        const point = curve.find(({ quarter }) => quarter === name);
        return point ? score(point.score) : NONE;
      },
    })),
    ...(one.level === null && other.level === null
      ? []
      : [{ name: say("scenarios:row_level"), of: ({ level }: ComparedScenario) => (level === null ? NONE : String(level)) }]),
    ...levels.map((level) => ({
      name: say("scenarios:row_reachedLevel", { level }),
      of: (plan: ComparedScenario) => when(plan.levels.find((each) => each.level === level)),
    })),
    ...(one.hasTarget || other.hasTarget
      ? [
          {
            name: say("scenarios:row_reached"),
            of: (plan: ComparedScenario) => (plan.hasTarget ? when(plan.reached) : say("scenarios:noTarget")),
          },
        ]
      : []),
    { name: say("scenarios:row_count"), of: ({ count }) => String(count) },
    { name: say("scenarios:row_weeks"), of: ({ weeks }) => displayAmount(weeks, language) },
    { name: say("scenarios:row_cost"), of: ({ cost }) => displayMoney(cost, language) },
    { name: say("scenarios:row_binding"), of: (plan) => places(plan) || say("scenarios:nowhere") },
    {
      name: say("scenarios:row_proof"),
      of: ({ status, gap }) => (status === "optimal" ? say("scenarios:proof_optimal") : say("scenarios:proof_feasible", { share: displayShare(gap, words) })),
    },
  ];
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={say("scenarios:compareTable")}>
      <table className="figures max-w-[52rem] min-w-[32rem]">
        <caption className="sr-only">{say("scenarios:compareTable")}</caption>
        <thead>
          <tr>
            <td />
            {[one, other].map(({ name }, i) => (
              <th key={i} scope="col" className="max-w-[16rem] wrap-anywhere">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row" className="font-normal sm:whitespace-nowrap">
                {name}
              </th>
              <td>{of(one)}</td>
              <td>{of(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
