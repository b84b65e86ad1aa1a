import { PILLARS, type Pillar } from "#app/domain/assessment/vocabulary.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import type { PlanResult } from "#app/domain/roadmap/plan.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { planContext } from "./plan-context.server.ts";
import type { Scenario } from "./read-scenario.server.ts";

export type ComparedScenario = {
  id: string;
  name: string;
  today: number;
  end: number;
  level: number | null;
  /** By quarter, such as "2027-Q1". */
  curve: { quarter: string; score: number }[];
  /** When the target counts as reached, `quarter` null where it is today already; null: not within the plan. */
  reached: { quarter: string | null } | null;
  hasTarget: boolean;
  firstQuarter: string;
  /** Score from which the target counts as reached; null without one. */
  target: number | null;
  /** Whether the target is of the score that is drawn; not where dimensions or promises count otherwise. */
  isTargetOfScore: boolean;
  /** When each level above the lowest is reached, `quarter` null where it is today already; none that is not reached within the plan. */
  levels: { level: number; quarter: string | null }[];
  weeks: number;
  cost: number;
  count: number;
  binding: { pool: Pillar | "budget"; quarter: string }[];
  status: PlanResult["status"];
  gap: number;
};
/** `one` and `other` are the quarters in which it starts; null where it is not in. */
export type ComparedInitiative = { id: string; title: string; one: string | null; other: string | null };

/** Two plans side by side, of one scale where both start from the same assessments; null where one of them has none. */
export async function compareScenarios(
  db: Database,
  pair: readonly [Scenario, Scenario],
  words: Words,
): Promise<{ scenarios: [ComparedScenario, ComparedScenario]; initiatives: ComparedInitiative[]; isOneScale: boolean } | null> {
  const [one, other] = pair.map(planOf);
  if (!one || !other) return null;
  const titles = new Map<string, string>();
  for (const { inputs, firstQuarter } of pair)
    for (const [id, { title }] of (await planContext(db, inputs!, firstQuarter, words)).initiativeById) titles.set(id, title);
  const starts = pair.map((scenario, k) => startsOf(scenario, [one, other][k]!));
  const ids = [...new Set(starts.flatMap((map) => [...map.keys()]))];
  const initiatives = ids.map((id) => ({ id, title: titles.get(id) ?? id, one: starts[0]!.get(id) ?? null, other: starts[1]!.get(id) ?? null }));
  return {
    scenarios: [compared(pair[0], one), compared(pair[1], other)],
    isOneScale: assessmentsOf(pair[0]) === assessmentsOf(pair[1]),
    initiatives: initiatives.sort((a, b) => a.title.localeCompare(b.title, words.language)),
  };
}

/** What a scenario's scores are of. */
function assessmentsOf({ inputs }: Scenario): string {
  return inputs!.assessments
    .map(({ hash }) => hash)
    .sort()
    .join(" ");
}

function planOf({ outcome, inputs }: Scenario): PlanResult | null {
  return inputs && outcome && outcome.status !== "impossible" ? outcome : null;
}

function startsOf({ firstQuarter }: Scenario, { items }: PlanResult): Map<string, string> {
  return new Map(items.map(({ initiative, startQuarter }) => [initiative, quarterAfter(firstQuarter, startQuarter - 1)]));
}

/** Less than this is rounding. */
const SCORE_TOLERANCE = 1e-6;

function compared({ id, name, firstQuarter, inputs, wishes }: Scenario, plan: PlanResult): ComparedScenario {
  const quarterOf = (index: number) => quarterAfter(firstQuarter, index);
  const target = inputs!.settings.target;
  const whenFrom = (index: number) => (index < 0 ? null : { quarter: quarterOf(index) });
  const targetReached = (score: number) =>
    plan.valuedToday >= score ? { quarter: null } : whenFrom(plan.valued.findIndex((valued) => valued >= score - SCORE_TOLERANCE));
  const levelReached = (level: number) =>
    (plan.todayLevel ?? 0) >= level ? { quarter: null } : whenFrom(plan.projectedLevels?.findIndex((reached) => reached >= level) ?? -1);
  return {
    ...{ id, name, today: plan.today, end: plan.projected.at(-1) ?? plan.today, level: plan.projectedLevels?.at(-1) ?? null },
    curve: plan.projected.map((score, index) => ({ quarter: quarterOf(index), score })),
    ...{ firstQuarter, target, isTargetOfScore: Object.keys(inputs!.settings.importance).length === 0 && Object.keys(inputs!.settings.realised).length === 0 },
    ...{ hasTarget: wishes.target.kind !== "furthest", reached: target === null ? null : targetReached(target) },
    levels: [2, 3, 4, 5].flatMap((level) => {
      const reached = levelReached(level);
      return reached ? [{ level, ...reached }] : [];
    }),
    weeks: PILLARS.reduce((sum, pool) => sum + plan.used.pools[pool].reduce((all, used) => all + used, 0), 0),
    ...{ cost: plan.items.reduce((sum, { cost }) => sum + cost, 0), count: plan.items.length },
    binding: (plan.margins ?? []).filter(({ isBinding }) => isBinding).map(({ pool, quarter }) => ({ pool, quarter: quarterOf(quarter - 1) })),
    ...{ status: plan.status, gap: plan.gap },
  };
}
