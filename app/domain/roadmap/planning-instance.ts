import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { compile } from "../scoring/compile.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanImpossible, PlanRequest } from "./plan.ts";
import { type Projectable, projectable, projection } from "./projection.ts";
import { raisable, type RaisableItem, type Stage } from "./raisable.ts";
import { type Standing, standings } from "./standing.ts";

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
  /** Worth planning: it raises something today, is pinned, or is a prerequisite of such a one; and its standing is free. */
  readonly relevant: boolean;
};

/** A request made ready for planning. Resources are the five pools in the order of PILLARS, then money when limited. */
export type PlanningInstance = {
  readonly quarters: number;
  readonly seed: number;
  /** discount^(q-1) for q = 1..Q, at index q-1. */
  readonly weights: readonly number[];
  readonly candidates: readonly Candidate[];
  /** capacity[resource][q-1] */
  readonly capacity: readonly (readonly number[])[];
  readonly items: readonly RaisableItem[];
  /** Dimensions that are carried or carry; empty in most assessments. */
  readonly stages: readonly Stage[];
  readonly assessments: readonly Projectable[];
  /** Mean overall score today, 0..100. */
  readonly today: number;
};

/**
 * Loads and capacities are sums of twelfths of person-weeks (halves over one to three quarters) and of thirds of EUR: a
 * difference below this is floating-point noise.
 */
export const LOAD_TOLERANCE = 1e-6;

/**
 * Prepares a request. Returns what is wrong when nothing can be planned: no overall score, or pins and exclusions that
 * name nothing or contradict each other or the prerequisites. Whether pins fit into the capacity is `placePins`' matter.
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
    ...namedProblems(pins, excluded, numberOf),
    ...pinProblems(initiatives, pins, standing, quarters),
  ];
  if (today === null || problems.length > 0) return { status: "impossible", problems };

  const { items, stages } = raisable(assessments);
  const requires = initiatives.map((i) => i.requires.map((id) => numberOf.get(id)).filter((n) => n !== undefined));
  const relevant = relevantNumbers(initiatives, items, pins, requires, standing);
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
    capacity,
    items,
    stages,
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

type Problem = PlanImpossible["problems"][number];

function namedProblems(pins: ReadonlyMap<string, unknown>, excluded: ReadonlySet<string>, known: ReadonlyMap<string, number>): Problem[] {
  const unknown = [...pins.keys(), ...excluded].filter((id) => !known.has(id));
  const both = [...pins.keys()].filter((id) => excluded.has(id));
  return [
    ...unknown.map((id) => ({ code: "unknown-initiative" as const, message: `There is no initiative "${id}".`, initiatives: [id] })),
    ...both.map((id) => ({
      code: "pinned-and-excluded" as const,
      message: `"${id}" is both pinned and excluded: choose one.`,
      initiatives: [id],
    })),
  ];
}

function pinProblems(
  initiatives: readonly Initiative[],
  pins: ReadonlyMap<string, number | "any">,
  standing: readonly Standing[],
  quarters: number,
): Problem[] {
  return initiatives.flatMap((initiative, number): Problem[] => {
    const { id } = initiative;
    const pin = pins.get(id);
    const its = standing[number]!;
    if (pin === undefined || its.kind === "excluded") return [];
    if (its.kind === "prerequisite") {
      const message = `"${id}" is pinned but needs ${its.culprits.map((c) => `"${c}"`).join(", ")}, which cannot be planned.`;
      return [{ code: "pin-prerequisite", message, initiatives: [id] }];
    }
    if (its.kind === "horizon") {
      const message = `"${id}" is pinned but needs ${its.quarters} quarters with its prerequisites; the plan has ${quarters}.`;
      return [{ code: "pin-horizon", message, initiatives: [id] }];
    }
    if (pin === "any") return [];
    if (pin + initiative.quarters - 1 > quarters) {
      const message = `"${id}" is pinned to quarter ${pin}, takes ${initiative.quarters} and would end after quarter ${quarters}.`;
      return [{ code: "pin-horizon", message, initiatives: [id] }];
    }
    if (pin >= its.earliest) return [];
    const message = `"${id}" is pinned to quarter ${pin}, but what it needs first takes until quarter ${its.earliest - 1}.`;
    return [{ code: "pin-prerequisite", message, initiatives: [id] }];
  });
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
