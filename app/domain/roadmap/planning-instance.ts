import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { compile } from "../scoring/compile.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanImpossible, PlanProblem, PlanRequest } from "./plan.ts";
import type { PlanSettings } from "./plan-settings.ts";
import { type Projectable, projectable, projection } from "./projection.ts";
import type { RaisableItem } from "./raisable.ts";
import { type Standing, standings } from "./standing.ts";
import { importanceProblems, type Valuation, valuation } from "./valuation.ts";

/** An initiative by number. Numbers follow ids in order, so that the order of the request cannot change a plan. */
export type Candidate = {
  readonly id: string;
  readonly source: Initiative;
  readonly duration: number;
  /** Likely person-weeks in total, all pools. */
  readonly personWeeks: number;
  /** Use of each resource in each of its quarters: the likely total spread evenly. */
  readonly load: readonly number[];
  /** Numbers of the initiatives that must have finished before it starts; only those that exist. */
  readonly requires: readonly number[];
  readonly standing: Standing;
  /** A pin: its start quarter, 0 for any quarter; null when it is free. */
  readonly pin: number | null;
  /** Worth planning: it raises something that is valued, is pinned, or is a prerequisite of such a one; and its standing is free. */
  readonly relevant: boolean;
};

/**
 * A request made ready for planning. Resources are the five pools in the order of PILLARS, then money when limited.
 * Items and stages are those of the valued score, which everything that searches works on.
 */
export type PlanningInstance = Valuation & {
  readonly quarters: number;
  readonly seed: number;
  /** discount^(q-1) for q = 1..Q, at index q-1. */
  readonly weights: readonly number[];
  readonly candidates: readonly Candidate[];
  /** capacity[resource][q-1] */
  readonly capacity: readonly (readonly number[])[];
  readonly assessments: readonly Projectable[];
  /** Mean overall score today, 0..100, as published. */
  readonly today: number;
};

/**
 * Loads and capacities are sums of twelfths of person-weeks (halves over one to three quarters) and of thirds of EUR: a
 * difference below this is floating-point noise.
 */
export const LOAD_TOLERANCE = 1e-6;

/**
 * Prepares a request. Returns what is wrong when nothing can be planned: no overall score, settings that name nothing or
 * leave nothing to value, or pins and exclusions that contradict each other or the prerequisites. Whether pins fit into the capacity is `placePins`' matter.
 *
 * @throws RangeError when the settings have not passed `planSettingsSchema` or two initiatives share an id
 */
export function preparePlanning(request: PlanRequest): PlanningInstance | PlanImpossible {
  const { settings } = request;
  const { quarters } = settings;
  const initiatives = [...request.initiatives].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const numberOf = new Map(initiatives.map((initiative, number) => [initiative.id, number]));
  if (numberOf.size !== initiatives.length) throw new RangeError("two initiatives share an id");
  const pins = new Map(Object.entries(settings.pinned));
  const excluded = new Set(settings.excluded);
  const standing = standings(initiatives, excluded, quarters);
  const assessments = request.assessments.map((a) => projectable(compile(a.definition), a.answers, initiatives));
  const today = projection(assessments, new Set()).mean;

  const problems = [
    ...(today === null ? [{ code: "no-score" as const, message: NO_SCORE, initiatives: [] }] : []),
    ...namedProblems(settings, numberOf),
    ...importanceProblems(assessments, settings),
    ...pinProblems(initiatives, pins, excluded, standing, quarters),
  ];
  if (today === null || problems.length > 0) return { status: "impossible", problems };

  const valued = valuation(assessments, settings, (number) => initiatives[number]!.id);
  const requires = initiatives.map((i) => i.requires.map((id) => numberOf.get(id)).filter((n) => n !== undefined));
  const relevant = relevantNumbers(initiatives, valued.items, pins, requires, standing);
  const capacity = capacityOf(request);
  return {
    quarters,
    seed: settings.seed,
    weights: Array.from({ length: quarters }, (_, q) => settings.discount ** q),
    candidates: initiatives.map((source, number) => ({
      id: source.id,
      source,
      duration: source.quarters,
      personWeeks: PILLARS.reduce((sum, pool) => sum + likely(source, pool), 0),
      load: loadOf(source, settings.budget !== undefined),
      requires: requires[number]!,
      standing: standing[number]!,
      pin: pinOf(pins.get(source.id)),
      relevant: relevant.has(number),
    })),
    ...valued,
    capacity,
    assessments,
    today,
  };
}

/** Whether preparing found that nothing can be planned. */
export function isImpossible(prepared: object): prepared is PlanImpossible {
  return "status" in prepared && prepared.status === "impossible";
}

const NO_SCORE = "There is no overall score yet: answer enough questions of one dimension first.";

const likely = (initiative: Initiative, pool: Pillar) => initiative.effort[pool]?.likely ?? 0;

const pinOf = (pin: number | "any" | undefined) => (pin === undefined ? null : pin === "any" ? 0 : pin);

function loadOf(initiative: Initiative, budgeted: boolean): number[] {
  const totals = PILLARS.map((pool) => likely(initiative, pool));
  return (budgeted ? [...totals, initiative.cost.likely] : totals).map((total) => total / initiative.quarters);
}

function capacityOf({ settings: { quarters, capacity, budget } }: PlanRequest): number[][] {
  const pools = PILLARS.map((pool) => capacity[pool] ?? Array.from({ length: quarters }, () => 0));
  const rows = budget === undefined ? pools : [...pools, budget];
  if (rows.some((row) => row.length !== quarters)) throw new RangeError("capacity and budget have one figure a quarter");
  return rows;
}

function namedProblems({ pinned, excluded, realised }: PlanSettings, known: ReadonlyMap<string, number>): PlanProblem[] {
  const pins = Object.keys(pinned);
  const unknown = [...new Set([...pins, ...excluded, ...Object.keys(realised)])].filter((id) => !known.has(id));
  const both = pins.filter((id) => excluded.includes(id));
  return [
    ...unknown.map((id) => ({ code: "unknown-initiative" as const, message: `There is no initiative "${id}".`, initiatives: [id] })),
    ...both.map((id) => ({
      code: "pinned-and-excluded" as const,
      message: `"${id}" is both pinned and excluded: choose one.`,
      initiatives: [id],
    })),
  ];
}

/**
 * Pins that cannot be kept whatever the capacity: each with what it is in conflict with, as little as does. First whether
 * the pin is at fault alone, as if nothing were excluded; else one problem for each exclusion that it rests on.
 */
function pinProblems(
  initiatives: readonly Initiative[],
  pins: ReadonlyMap<string, number | "any">,
  excluded: ReadonlySet<string>,
  standing: readonly Standing[],
  quarters: number,
): PlanProblem[] {
  const wanted = initiatives.flatMap((initiative, number) => {
    const pin = pins.get(initiative.id);
    return pin === undefined || excluded.has(initiative.id) ? [] : [{ initiative, number, pin }];
  });
  if (wanted.length === 0) return [];
  const alone = standings(initiatives, new Set(), quarters);
  return wanted.flatMap(({ initiative, number, pin }): PlanProblem[] => {
    const own = problemAlone(initiative, pin, alone[number]!, quarters);
    if (own) return [own];
    const its = standing[number]!;
    if (its.kind !== "prerequisite") return [];
    return its.culprits.map((culprit) => ({
      code: "pin-prerequisite",
      message: `"${initiative.id}" is pinned but needs "${culprit}", which is excluded: choose one.`,
      initiatives: [initiative.id, culprit],
    }));
  });
}

function problemAlone({ id, quarters: duration }: Initiative, pin: number | "any", its: Standing, quarters: number): PlanProblem | null {
  if (its.kind === "prerequisite") {
    const message = `"${id}" is pinned but needs ${its.culprits.map((c) => `"${c}"`).join(", ")}, which cannot be planned.`;
    return { code: "pin-prerequisite", message, initiatives: [id] };
  }
  if (its.kind === "horizon") {
    const message = `"${id}" is pinned but needs ${its.quarters} quarters with its prerequisites; the plan has ${quarters}.`;
    return { code: "pin-horizon", message, initiatives: [id] };
  }
  if (pin === "any" || its.kind === "excluded") return null;
  if (pin + duration - 1 > quarters) {
    const message = `"${id}" is pinned to quarter ${pin}, takes ${duration} and would end after quarter ${quarters}.`;
    return { code: "pin-horizon", message, initiatives: [id] };
  }
  if (pin >= its.earliest) return null;
  const message = `"${id}" is pinned to quarter ${pin}, but what it needs first takes until quarter ${its.earliest - 1}.`;
  return { code: "pin-prerequisite", message, initiatives: [id] };
}

function relevantNumbers(
  initiatives: readonly Initiative[],
  items: readonly RaisableItem[],
  pins: ReadonlyMap<string, unknown>,
  requires: readonly (readonly number[])[],
  standing: readonly Standing[],
): Set<number> {
  const raising = new Set(items.flatMap((item) => item.parts.flatMap((part) => part.map((raise) => raise.initiative))));
  const open = initiatives.flatMap((initiative, n) => (raising.has(n) || pins.has(initiative.id) ? [n] : []));
  const relevant = new Set<number>();
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    if (relevant.has(n) || standing[n]!.kind !== "free") continue;
    relevant.add(n);
    open.push(...requires[n]!);
  }
  return relevant;
}
