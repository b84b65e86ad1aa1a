import { PILLAR_TITLES, type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import type { Initiative, Kpi } from "../roadmap/initiative.ts";
import type { PlannedInitiative, PlanResult, Wave } from "../roadmap/plan.ts";
import type { PlanSettings } from "../roadmap/plan-settings.ts";
import type { AnsweredAssessment } from "../scoring/portfolio-pillars.ts";
import { displayScore } from "./display.ts";
import { type RaiseView, raisesOf } from "./raises.ts";

export type InitiativeView = {
  id: string;
  title: string;
  pillars: { id: Pillar; title: string }[];
  problem: string;
  done: string;
  effort: { pool: string; low: number; likely: number; high: number }[];
  effortReason: string;
  cost: { low: number; likely: number; high: number; free: string | null };
  raises: RaiseView[];
  requires: string[];
  chance: { value: number; reason: string };
  pilot: string;
  byHand: string;
  kpis: { title: string; formula: string }[];
  hypothesis: string;
  refutedBy: string;
  checklist: string[];
  owner: string;
};

export type PlannedView = InitiativeView & {
  startQuarter: number;
  endQuarter: number;
  gain: number;
  /** Share of the reruns that have it, 0..1; null until they are done. */
  robust: number | null;
};

export type PlanView = {
  status: PlanResult["status"];
  /** "In four quarters you can reach 61.0, level 4." */
  sentence: string;
  objective: number;
  bound: number;
  gap: number;
  /** Scores today and at the end of each quarter. */
  curve: { name: string; score: number; level: number | null }[];
  /** Person-weeks used and there, per pool and quarter. */
  pools: { id: Pillar; title: string; quarters: { used: number; capacity: number }[] }[];
  waves: { id: Wave; title: string; items: PlannedView[] }[];
  notPlanned: { id: string; title: string; admittedBy: string }[];
  findOut: { question: string; count: number }[];
};

export type PlanContext = {
  /** Those the plan was made for; one or several. */
  assessments: readonly AnsweredAssessment[];
  initiativeById: ReadonlyMap<string, Initiative>;
  kpiById: ReadonlyMap<string, Kpi>;
  settings: PlanSettings;
};

const WAVES: { id: Wave; title: string }[] = [
  { id: "now", title: "Now" },
  { id: "next", title: "Next" },
  { id: "later", title: "Later" },
];

/** Everything the roadmap page says about a plan, as plain data; figures are unrounded. */
export function planView(plan: PlanResult, context: PlanContext): PlanView {
  const { initiativeById, settings } = context;
  return {
    status: plan.status,
    sentence: sentenceOf(plan, settings.quarters),
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    curve: [
      { name: "Today", score: plan.today, level: plan.todayLevel },
      ...plan.projected.map((score, i) => ({ name: `Q${i + 1}`, score, level: plan.projectedLevels?.[i] ?? null })),
    ],
    pools: PILLARS.map((id) => ({
      id,
      title: PILLAR_TITLES[id],
      quarters: plan.used.pools[id].map((used, i) => ({ used, capacity: settings.capacity[id]?.[i] ?? 0 })),
    })),
    waves: WAVES.map((wave) => ({ ...wave, items: plan.items.filter((i) => i.wave === wave.id).map((i) => planned(i, plan, context)) })),
    notPlanned: plan.notPlanned
      .filter(({ needs }) => needs.kind !== "nothing-to-raise")
      .map(({ initiative, admittedBy }) => ({ id: initiative, title: initiativeById.get(initiative)!.title, admittedBy })),
    findOut: plan.findOut.map(({ assessment, item, initiatives }) => ({
      question: context.assessments.find((a) => a.compiled.definition.slug === assessment)?.compiled.itemById.get(item)?.item.text ?? item,
      count: initiatives.length,
    })),
  };
}

function sentenceOf(plan: PlanResult, quarters: number): string {
  const time = quarters === 1 ? "one quarter" : `${NUMBERS[quarters] ?? quarters} quarters`;
  const last = plan.projected.at(-1) ?? plan.today;
  if (plan.items.length === 0 || last <= plan.today) return `With these weeks nothing can be raised in ${time}`;
  const level = plan.projectedLevels?.at(-1);
  return `In ${time} you can go from ${displayScore(plan.today)} to ${displayScore(last)}${level ? `, level ${level}` : ""}`;
}

const NUMBERS: Record<number, string> = {
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
  9: "nine",
  10: "ten",
  11: "eleven",
  12: "twelve",
};

function planned(item: PlannedInitiative, plan: PlanResult, context: PlanContext): PlannedView {
  const initiative = context.initiativeById.get(item.initiative)!;
  return {
    ...initiativeView(initiative, context),
    startQuarter: item.startQuarter,
    endQuarter: item.endQuarter,
    gain: item.gain,
    robust: plan.robustness?.shares[item.initiative] ?? null,
  };
}

function initiativeView(initiative: Initiative, { assessments, initiativeById, kpiById }: PlanContext): InitiativeView {
  return {
    id: initiative.id,
    title: initiative.title,
    pillars: initiative.pillars.map((id) => ({ id, title: PILLAR_TITLES[id] })),
    problem: initiative.problem,
    done: initiative.done,
    effort: PILLARS.flatMap((pool) => {
      const effort = initiative.effort[pool];
      return effort ? [{ pool: PILLAR_TITLES[pool], ...effort }] : [];
    }),
    effortReason: initiative.effortReason,
    cost: { low: initiative.cost.low, likely: initiative.cost.likely, high: initiative.cost.high, free: initiative.cost.free ?? null },
    raises: raisesOf(initiative, assessments),
    requires: initiative.requires.map((id) => initiativeById.get(id)?.title ?? id),
    chance: initiative.chance,
    pilot: initiative.pilot,
    byHand: initiative.byHand,
    kpis: initiative.kpis.flatMap((id) => {
      const kpi = kpiById.get(id);
      return kpi ? [{ title: kpi.title, formula: kpi.formula }] : [];
    }),
    hypothesis: initiative.hypothesis,
    refutedBy: initiative.refutedBy,
    checklist: initiative.checklist,
    owner: initiative.owner,
  };
}
