import type { Language } from "../../words/language.ts";
import type { Words } from "../../words/say.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { admissionSentence } from "../roadmap/admission-sentence.ts";
import type { Initiative, Kpi } from "../roadmap/initiative.ts";
import type { PlannedInitiative, PlanResult, Wave } from "../roadmap/plan.ts";
import type { PlanSettings } from "../roadmap/plan-settings.ts";
import { quarterName } from "../roadmap/quarter-name.ts";
import type { AnsweredAssessment } from "../scoring/portfolio-pillars.ts";
import type { InLanguage } from "../translation/translation.ts";
import { displayScore, inWords } from "./display.ts";
import { type RaiseView, raisesOf } from "./raises.ts";

/** A title and what language it is in, which need not be that of the page. */
export type TitleView = { title: string; language: Language };

/** `language`: of all its texts, except the titles of others and its KPIs, which say their own, and what it raises. */
export type InitiativeView = TitleView & {
  id: string;
  pillars: Pillar[];
  problem: string;
  done: string;
  effort: { pool: Pillar; low: number; likely: number; high: number }[];
  effortReason: string;
  cost: { low: number; likely: number; high: number; free: string | null };
  raises: RaiseView[];
  requires: TitleView[];
  chance: { value: number; reason: string };
  pilot: string;
  byHand: string;
  kpis: (TitleView & { formula: string })[];
  hypothesis: string;
  refutedBy: string;
  checklist: string[];
  owner: string;
};

export type PlannedView = InitiativeView & {
  /** First and last quarter of work, by name. */
  firstQuarter: string;
  lastQuarter: string;
  gain: number;
  /** Those in the plan that rest on it. */
  neededBy: TitleView[];
  /** Share of the reruns that have it, 0..1; null until they are done. */
  robust: number | null;
};

export type PlanView = {
  status: PlanResult["status"];
  stoppedBy: PlanResult["stoppedBy"];
  /** What the plan promises, in one sentence. */
  sentence: string;
  objective: number;
  bound: number;
  gap: number;
  /** Scores today and at the end of each quarter. */
  curve: { name: string; score: number; level: number | null }[];
  /** Person-weeks used and there, per pool and quarter. */
  pools: { id: Pillar; quarters: { used: number; capacity: number }[] }[];
  waves: { id: Wave; items: PlannedView[] }[];
  notPlanned: (TitleView & { id: string; admittedBy: string })[];
  findOut: FindOutView[];
};

/**
 * A question without a known answer, once however many assessments it is open in. `id` is unique in the plan, `where` says which
 * they are (null in a plan for one), and `count` is of the initiatives that wait for the answer.
 */
export type FindOutView = { id: string; question: string; where: string | null; count: number };

export type PlanContext = {
  /** Those the plan was made for; one or several. */
  assessments: readonly AnsweredAssessment[];
  initiativeById: ReadonlyMap<string, InLanguage<Initiative>>;
  kpiById: ReadonlyMap<string, InLanguage<Kpi>>;
  settings: PlanSettings;
  /** The plan's first quarter, such as "2027-Q1"; without it quarters are called "Q1", "Q2". */
  firstQuarter?: string;
};

const WAVES: Wave[] = ["now", "next", "later"];

/** Everything the roadmap page says about a plan, as plain data; figures are unrounded. */
export function planView(plan: PlanResult, context: PlanContext, words: Words): PlanView {
  const { assessments, initiativeById, settings, firstQuarter } = context;
  const names = { assessments: assessments.map((a) => a.compiled), initiativeById, quarters: settings.quarters, ...(firstQuarter ? { firstQuarter } : {}) };
  return {
    status: plan.status,
    stoppedBy: plan.stoppedBy,
    sentence: sentenceOf(plan, context, words),
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    curve: [
      { name: words.say("planning:today"), score: plan.today, level: plan.todayLevel },
      ...plan.projected.map((score, i) => ({ name: quarterName(i + 1, firstQuarter), score, level: plan.projectedLevels?.[i] ?? null })),
    ],
    pools: PILLARS.map((id) => ({
      id,
      quarters: plan.used.pools[id].map((used, i) => ({ used, capacity: settings.capacity[id]?.[i] ?? 0 })),
    })),
    waves: WAVES.map((id) => ({ id, items: plan.items.filter((i) => i.wave === id).map((i) => planned(i, plan, context, words)) })),
    notPlanned: plan.notPlanned
      .filter(({ needs }) => needs.kind !== "nothing-to-raise")
      .map((entry) => ({
        id: entry.initiative,
        ...titleOf(initiativeById.get(entry.initiative)!),
        admittedBy: admissionSentence(entry, names, words),
      })),
    findOut: findOutOf(plan, assessments, words),
  };
}

/** A shared question once, in the words of the first assessment that it waits in. */
function findOutOf({ findOut }: PlanResult, assessments: readonly AnsweredAssessment[], { say, language }: Words): FindOutView[] {
  const places = findOut.map(({ assessment, item: itemId, initiatives }) => {
    const { definition, item } = placeOf(assessments, assessment, itemId);
    const title = say("terms:quoted", { text: definition.shortTitle });
    return { id: item.shared ?? `${assessment}/${itemId}`, question: item.text, title, initiatives };
  });
  return [...new Set(places.map(({ id }) => id))].map((id) => {
    const its = places.filter((place) => place.id === id);
    const titles = inWords(
      its.map(({ title }) => title),
      language,
    );
    const where = assessments.length > 1 ? say("planning:openIn", { titles }) : null;
    return { id, question: its[0]!.question, where, count: new Set(its.flatMap(({ initiatives }) => initiatives)).size };
  });
}

function placeOf(assessments: readonly AnsweredAssessment[], slug: string, itemId: string) {
  const { compiled } = assessments.find((a) => a.compiled.definition.slug === slug)!;
  return { definition: compiled.definition, item: compiled.itemById.get(itemId)!.item };
}

function sentenceOf(plan: PlanResult, { settings: { quarters, capacity }, firstQuarter }: PlanContext, { say, language }: Words): string {
  const last = plan.projected.at(-1) ?? plan.today;
  if (plan.items.length === 0 || last <= plan.today) {
    const hasWeeks = PILLARS.some((pool) => capacity[pool]?.some((weeks) => weeks > 0));
    return hasWeeks ? say("planning:nothingRaised", { count: quarters }) : say("planning:noWeeks");
  }
  const level = plan.projectedLevels?.at(-1);
  const promised = { today: displayScore(plan.today, language), last: displayScore(last, language), quarter: quarterName(quarters, firstQuarter) };
  return level ? say("planning:headlineWithLevel", { ...promised, level }) : say("planning:headline", promised);
}

function planned(item: PlannedInitiative, plan: PlanResult, context: PlanContext, words: Words): PlannedView {
  const initiative = context.initiativeById.get(item.initiative)!;
  return {
    ...initiativeView(initiative, context, words),
    firstQuarter: quarterName(item.startQuarter, context.firstQuarter),
    lastQuarter: quarterName(item.endQuarter, context.firstQuarter),
    gain: item.gain,
    neededBy: plan.items.flatMap((other) => {
      const resting = context.initiativeById.get(other.initiative)!;
      return resting.requires.includes(item.initiative) ? [titleOf(resting)] : [];
    }),
    robust: plan.robustness?.shares[item.initiative] ?? null,
  };
}

function titleOf({ title, language }: TitleView): TitleView {
  return { title, language };
}

function initiativeView(initiative: InLanguage<Initiative>, { assessments, initiativeById, kpiById }: PlanContext, words: Words): InitiativeView {
  return {
    id: initiative.id,
    ...titleOf(initiative),
    pillars: initiative.pillars,
    problem: initiative.problem,
    done: initiative.done,
    effort: PILLARS.flatMap((pool) => {
      const effort = initiative.effort[pool];
      return effort ? [{ pool, ...effort }] : [];
    }),
    effortReason: initiative.effortReason,
    cost: { low: initiative.cost.low, likely: initiative.cost.likely, high: initiative.cost.high, free: initiative.cost.free ?? null },
    raises: raisesOf(initiative, assessments, words),
    requires: initiative.requires.map((id) => titleOf(initiativeById.get(id)!)),
    chance: initiative.chance,
    pilot: initiative.pilot,
    byHand: initiative.byHand,
    kpis: initiative.kpis.flatMap((id) => {
      const kpi = kpiById.get(id);
      return kpi ? [{ ...titleOf(kpi), formula: kpi.formula }] : [];
    }),
    hypothesis: initiative.hypothesis,
    refutedBy: initiative.refutedBy,
    checklist: initiative.checklist,
    owner: initiative.owner,
  };
}
