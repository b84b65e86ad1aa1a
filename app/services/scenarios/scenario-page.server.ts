import { type PlanView, planView } from "#app/domain/report/plan-view.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { projectable, projection } from "#app/domain/roadmap/projection.ts";
import type { Margin, PlanImpossible, PlanResult } from "#app/domain/roadmap/plan.ts";
import type { PlanInputs } from "#app/domain/scenarios/plan-inputs.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { requestOf } from "./plan-inputs.server.ts";
import { planContext } from "./plan-context.server.ts";
import type { Scenario } from "./read-scenario.server.ts";
import { type ReasonsView, scenarioReasons } from "./scenario-reasons.server.ts";

export type StartView = {
  title: string;
  period: string;
  cycle: string;
  respondents: number;
  mean: number | null;
  /** Of the answers in the middle; null where too few of them are known. */
  score: number | null;
  agreed: number;
  disputed: number;
};
export type MarginView = Pick<Margin, "pool" | "raises"> & { quarter: string };

export type ScenarioView = {
  view: PlanView | null;
  starts: StartView[];
  /** Titles. */
  underWay: string[];
  /** Where nothing is left, and what more would at least bring, largest first; null until it has been looked for. */
  margins: MarginView[] | null;
  /** By initiative, why it is in the plan, and then, or is not. */
  reasons: Record<string, ReasonsView>;
  /** By how much promises are reckoned with, 0..1, and where the plan ends then; null where every promise counts whole. */
  corrected: { least: number; most: number; end: number } | null;
  /** Why there is no plan; empty when there is one, or none yet. */
  problems: string[];
};

/** What the page of a scenario shows of its plan. */
export async function scenarioView(db: Database, { inputs, outcome, firstQuarter, state }: Scenario, words: Words): Promise<ScenarioView> {
  const nothing: ScenarioView = { view: null, starts: [], underWay: [], margins: null, reasons: {}, corrected: null, problems: [] };
  if (!inputs) return state === "impossible" ? { ...nothing, problems: [words.say("scenarios:why_gone")] } : nothing;
  const context = await planContext(db, inputs, firstQuarter, words);
  const titleOf = (id: string) => context.initiativeById.get(id)?.title ?? id;
  const starts = inputs.assessments.map(({ period, cycle, respondents, mean, answers, agreed, disputed }, i): StartView => {
    const { compiled } = context.assessments[i]!;
    const score = projection([projectable(compiled, answers, [])], new Set()).mean;
    return { title: compiled.definition.shortTitle, period, cycle, respondents, mean, score, agreed: agreed.length, disputed: disputed.length };
  });
  const common = { ...nothing, starts, underWay: Object.keys(inputs.underWay).map(titleOf) };
  if (!outcome) return common;
  if (outcome.status === "impossible") return { ...common, problems: problemsOf(outcome, titleOf, words) };
  return {
    ...common,
    view: planView(outcome, context, words),
    reasons: scenarioReasons({ request: await requestOf(db, inputs), plan: outcome, inputs, context, firstQuarter }, words),
    corrected: correctedBy(outcome, inputs),
    margins:
      outcome.margins
        ?.filter(({ isBinding }) => isBinding)
        .map(({ pool, quarter, raises }) => ({ pool, raises, quarter: quarterAfter(firstQuarter, quarter - 1) })) ?? null,
  };
}

function correctedBy({ items, valued, valuedToday }: PlanResult, { settings }: PlanInputs): ScenarioView["corrected"] {
  const shares = items.map(({ initiative }) => settings.realised[initiative] ?? 1);
  // Where dimensions weigh otherwise than in the score, the curve that is planned for is of another one.
  if (Object.keys(settings.realised).length === 0 || shares.length === 0 || Object.keys(settings.importance).length > 0) return null;
  return { least: Math.min(...shares), most: Math.max(...shares), end: valued.at(-1) ?? valuedToday };
}

function problemsOf({ problems }: PlanImpossible, titleOf: (id: string) => string, { say }: Words): string[] {
  return problems.map(({ code, initiatives }) => {
    const named = initiatives.map((id) => say("planning:quoted", { text: titleOf(id) })).join(", ");
    if (code === "pin-capacity" && initiatives.length === 1) return say("scenarios:why_pin-capacity_alone", { initiatives: named });
    switch (code) {
      case "no-score":
      case "unknown-dimension":
      case "no-importance":
        return say(`scenarios:why_${code}`);
      default:
        return say(`scenarios:why_${code}`, { initiatives: named });
    }
  });
}
