import type { Answers } from "../assessment/answer.ts";
import type { Definition } from "../assessment/definition.ts";
import type { Pillar } from "../assessment/vocabulary.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanSettings } from "./plan-settings.ts";

/**
 * The words of the roadmap planner (method, section 8). Everything here is plain JSON, so that it can go to a worker,
 * into a database row and out of the API unchanged.
 *
 * Units: quarters are numbered 1..Q; person-weeks are totals; money is EUR; scores and gains are points of the overall
 * score (0..100), unrounded. "Today" is the mean overall score of the answers as they stand.
 */

/** One assessment at the version it was answered, and the answers, which have passed `checkAnswers`. */
export type AssessedAnswers = { readonly definition: Definition; readonly answers: Answers };

export type PlanRequest = {
  /** Usually one. The projected score is the unweighted mean over those that have an overall score. */
  readonly assessments: readonly AssessedAnswers[];
  /** Everything that could be planned; ids are unique. */
  readonly initiatives: readonly Initiative[];
  readonly settings: PlanSettings;
};

/** When an initiative starts: `now` in quarter 1, `next` in quarter 2, `later` from quarter 3 on. */
export type Wave = "now" | "next" | "later";

/** Person-weeks per pool; a pool without work is absent. */
export type Effort = Partial<Record<Pillar, number>>;

export type PlannedInitiative = {
  initiative: string;
  /** First and last quarter of work, 1..Q; its promises count from the end of the last one. */
  startQuarter: number;
  endQuarter: number;
  wave: Wave;
  /**
   * Points it adds to the overall score at its place in the order of finishing (ties by id). These figures sum to the
   * last projected score minus today. 0 for a prerequisite that raises nothing itself, or when others raised it first.
   */
  gain: number;
  /** Likely person-weeks in total, spread evenly over its quarters. */
  effort: Effort;
  /** Likely cost in EUR in total, spread evenly over its quarters. */
  cost: number;
};

/** What keeps an initiative out of the plan. */
export type NeedKind =
  /** Not enough person-weeks (and perhaps money): `additions`, `budget`. */
  | "capacity"
  /** Person-weeks suffice, money does not: `budget`. */
  | "budget"
  /** It cannot finish within the plan: `quarters` is the shortest horizon that would do, capacity aside. */
  | "horizon"
  /** It rests on initiatives that cannot be planned: `initiatives` (excluded, unknown, or in a circle). */
  | "prerequisite"
  /** The user left it out. */
  | "excluded"
  /** It would raise only items without an answer: `items` to find out first. */
  | "find-out"
  /** Everything it promises is there today, counts in no published dimension, or belongs to assessments that were not given. */
  | "nothing-to-raise"
  /** Everything it would raise is raised by the plan already. */
  | "already-raised"
  /** By the end the plan has the target without it. */
  | "target-reached"
  /** It raises only what the settings give no importance to, or nothing of what it promises is reckoned with. */
  | "not-valued"
  /** What it raises counts only as far as another dimension carries it, and with this plan that is no further than today. */
  | "carried"
  /** It fits; a search that was cut short has not placed it. `starts` says where. */
  | "nothing";

export type ItemReference = { assessment: string; item: string };

/**
 * What would admit an initiative to the plan as it stands. Fields that do not belong to the kind are empty or null.
 * For `capacity` and `budget`: add `additions` and `budget`, start the initiatives in `starts` (missing prerequisites
 * included) in their quarters, and the plan with them is feasible.
 */
export type Need = {
  kind: NeedKind;
  /** Extra person-weeks, each above 0. */
  additions: { pool: Pillar; quarter: number; personWeeks: number }[];
  /** Extra EUR, each above 0. */
  budget: { quarter: number; eur: number }[];
  starts: { initiative: string; startQuarter: number }[];
  quarters: number | null;
  initiatives: string[];
  items: ItemReference[];
};

export type NotPlanned = {
  initiative: string;
  needs: Need;
};

/**
 * What one more person-week of a pool in one quarter (for money: 10,000 EUR) would at least raise the objective by, in
 * points x quarters: found by search, so that more may be possible; never below 0. `isBinding`: the plan leaves less there
 * than the least that something useful needs, which is not planned or waits; where not, nothing was searched for.
 */
export type Margin = { pool: Pillar | "budget"; quarter: number; isBinding: boolean; raises: number };

/** An item whose answer is unknown or missing and that an initiative would raise: its gain cannot be computed. */
export type FindOut = ItemReference & { state: "not_sure" | "blank"; initiatives: string[] };

export type Robustness = {
  runs: number;
  seed: number;
  /** Effort and gain of every initiative were multiplied by independent factors from 1 - spread to 1 + spread. */
  spread: number;
  /** Share of reruns, 0..1, that have the initiative; every initiative of the request has an entry. */
  shares: Record<string, number>;
};

/** Why the search for a proof ended early; null when the plan is proven optimal or nothing was tried yet. */
export type StoppedBy = "time" | "nodes" | "cancelled" | "crash" | "not-proven-yet";

export type PlanResult = {
  /** `optimal`: proven, gap at most 1e-6. `feasible`: within `gap` of the best that could exist. */
  status: "optimal" | "feasible";
  /** Sum over q of discount^(q-1) * valued[q]: discounted area under the valued score, in points x quarters. */
  objective: number;
  /** No plan can have an objective above this. */
  bound: number;
  /** The objective of doing nothing. */
  idle: number;
  /** (bound - objective) / (bound - idle), 0..1: the share of the possible improvement not proven reached. 0 when both are equal. */
  gap: number;
  stoppedBy: StoppedBy | null;
  /** Mean overall score today, and at the end of quarters 1..Q. */
  today: number;
  projected: number[];
  /**
   * What the plan is made for, today and at the end of quarters 1..Q: the same score with dimensions weighted by
   * `importance`, promises reckoned with as `realised` says, and nothing counted above `target`. Equal to `today` and
   * `projected` when the settings say none of the three.
   */
  valuedToday: number;
  valued: number[];
  /** Gated level, 1..5, today and at the end of each quarter; null unless exactly one assessment is scored. */
  todayLevel: number | null;
  projectedLevels: number[] | null;
  /** In order of start, then end, then id. */
  items: PlannedInitiative[];
  /** Every other initiative of the request, by id. */
  notPlanned: NotPlanned[];
  /** Person-weeks used per pool, and EUR used, in quarters 1..Q. */
  used: { pools: Record<Pillar, number[]>; budget: number[] };
  findOut: FindOut[];
  /** Null until the reruns are done. */
  robustness: Robustness | null;
  /** By what they raise, largest first. Null until they have been looked for. */
  margins: Margin[] | null;
};

export type ImpossibleCode =
  /** No assessment has an overall score, so there is nothing to raise. */
  | "no-score"
  /** A pinned or excluded id, or one with a realised share, is not among the initiatives. */
  | "unknown-initiative"
  /** The importance names an assessment that is not planned for, or a dimension that it does not have. */
  | "unknown-dimension"
  /** Every dimension with a score, of one of the assessments, has the importance 0. */
  | "no-importance"
  | "pinned-and-excluded"
  /** A pinned initiative cannot finish within the horizon from its quarter. */
  | "pin-horizon"
  /** A pinned initiative rests on one that is excluded, unknown, in a circle, or cannot finish before it starts. */
  | "pin-prerequisite"
  /** The pinned initiatives do not fit together into capacity and budget. */
  | "pin-capacity"
  /** No place was found for the pinned initiatives, and it is not proven that there is none. */
  | "pin-unproven";

export type PlanProblem = {
  code: ImpossibleCode;
  message: string;
  /**
   * The pins and exclusions at fault; giving up any one of them would help. Of a pin that rests on an exclusion it is not
   * asked whether it would fit without.
   */
  initiatives: string[];
  /** Where pins are in conflict with one another: whether no smaller set of them is. Absent elsewhere. */
  isSmallest?: boolean;
};

/** The request cannot be planned, and why. */
export type PlanImpossible = { status: "impossible"; problems: PlanProblem[] };

export type PlanOutcome = PlanResult | PlanImpossible;

export type PlanPhase = "greedy" | "search" | "proving" | "robustness" | "margins" | "done";

export type PlanProgress = { phase: PlanPhase; objective: number; bound: number; gap: number };

/** Start quarters by initiative id: the whole of a plan's decisions. */
export type Starts = Readonly<Record<string, number>>;

/** Whether it is open if there is a place for the pins. */
export function isUnproven({ problems }: PlanImpossible): boolean {
  return problems.some(({ code }) => code === "pin-unproven");
}

export function waveOf(startQuarter: number): Wave {
  return startQuarter === 1 ? "now" : startQuarter === 2 ? "next" : "later";
}

/**
 * The share of the possible improvement that is not proven reached: (bound - objective) / (bound - idle), 0..1.
 * Stricter than the usual gap relative to the objective, which a high score today would make look small. 0 when
 * nothing can be improved.
 */
export function gapOf(objective: number, bound: number, idle: number): number {
  const possible = bound - idle;
  return possible <= 1e-9 ? 0 : Math.min(1, Math.max(0, (bound - objective) / possible));
}
