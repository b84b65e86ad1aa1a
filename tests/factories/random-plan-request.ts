import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition, Item } from "#app/domain/assessment/definition.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { evenCapacity, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";

export type RandomRequestShape = {
  readonly initiatives: number;
  readonly quarters: number;
  /** Items of the one assessment, of all three kinds in turn; some are left unanswered. */
  readonly items: number;
  /** Share of all person-weeks that the capacity of the whole horizon could do; 0.4 is tight. */
  readonly share: number;
  readonly budgeted?: boolean;
  /** Shifts, numbers and rankings in turn with the first three kinds. */
  readonly allKinds?: boolean;
  /** Every dimension but the first is carried by the one before it, or by the first. */
  readonly carried?: boolean;
};

/**
 * An invented request of a given size, for tests and benchmarks: the same seed gives the same request everywhere.
 * Durations are 1 to 3 quarters; a third of the initiatives need one or two earlier ones; two thirds of the promises
 * fall on items that others raise as well.
 */
export function randomRequest(shape: RandomRequestShape, seed: number): PlanRequest {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const definition = randomDefinition(shape, below);
  const initiatives = Array.from({ length: shape.initiatives }, (_, n) => randomInitiative(n, definition.items, below));
  const work = initiatives.reduce((sum, i) => sum + PILLARS.reduce((all, p) => all + (i.effort[p]?.likely ?? 0), 0), 0);
  const perPool = Math.max(1, Math.round((2 * shape.share * work) / (PILLARS.length * shape.quarters)) / 2);
  const cost = initiatives.reduce((sum, i) => sum + i.cost.likely, 0);
  const settings = planSettingsSchema.parse({
    quarters: shape.quarters,
    capacity: evenCapacity(shape.quarters, Object.fromEntries(PILLARS.map((p) => [p, perPool]))),
    budget: shape.budgeted ? Array.from({ length: shape.quarters }, () => Math.round((shape.share * cost) / shape.quarters)) : undefined,
    seed,
  });
  return { assessments: [{ definition, answers: randomAnswers(definition, below) }], initiatives, settings };
}

/** What is valued, by chance: importance and realised shares for about half of all, a target that is often near. */
export function valuedByChance(
  request: PlanRequest,
  what: { readonly target: boolean; readonly importance: boolean; readonly realised: boolean },
  seed: number,
): PlanRequest {
  const random = seededRandom(seed);
  const some = <T>(ids: readonly string[], value: () => T) => Object.fromEntries(ids.flatMap((one) => (random() < 0.5 ? [[one, value()]] : [])));
  const importance = request.assessments.map(({ definition }) => [
    definition.slug,
    some(
      definition.dimensions.map((d) => d.id),
      () => Math.floor(random() * 9) / 2,
    ),
  ]);
  const realised = some(
    request.initiatives.map((i) => i.id),
    () => Math.floor(random() * 16) / 10,
  );
  const target = Math.floor(150 + 350 * random()) / 10;
  const settings = {
    ...request.settings,
    target: what.target ? target : null,
    importance: what.importance ? Object.fromEntries(importance) : {},
    realised: what.realised ? realised : {},
  };
  return { ...request, settings };
}

type Below = (n: number) => number;

const id = (word: string, n: number) => `${word}-${String(n).padStart(3, "0")}`;

function randomDefinition({ items: count, allKinds = false, carried = false }: RandomRequestShape, below: Below): Definition {
  const dimensions = Array.from({ length: Math.max(1, Math.round(count / 6)) }, (_, d) => ({
    id: id("dimension", d),
    title: id("dimension", d),
    summary: "Invented.",
    weight: 1 + below(3) / 2,
    critical: d === 0,
    ...(carried && d > 0 ? { carriedBy: id("dimension", d % 2 === 1 ? d - 1 : 0) } : {}),
  }));
  return {
    slug: "invented",
    version: 1,
    title: "Invented",
    shortTitle: "Invented",
    summary: "Invented.",
    introduction: "Invented.",
    minutes: 3,
    audience: ["manager"],
    youGet: ["a", "b", "c"],
    source: { after: "nobody", work: "none", claim: "none" },
    line: { from: "low", to: "high" },
    levels: [0, 20, 40, 60, 80].map((cut, l) => ({ id: id("level", l), cut, name: id("level", l), paragraph: "Invented." })),
    dimensions,
    items: Array.from({ length: count }, (_, n) => randomItem(n, dimensions[n % dimensions.length]!.id, allKinds, below)),
    readings: {},
    flags: [],
    readouts: [],
  };
}

function randomItem(n: number, dimension: string, allKinds: boolean, below: Below): Item {
  const base = {
    id: id("item", n),
    text: "Invented?",
    weight: 1 + below(3) / 2,
    pillars: [PILLARS[below(5)]!],
    audience: ["manager" as const],
    why: "Invented.",
    evidence: "Invented.",
    dimension,
  };
  const option = (o: number, value: number) => ({ id: id("option", o), label: "Invented", value });
  const newer = allKinds && n % 2 === 1;
  if (newer && n % 3 === 0) return { ...base, kind: "shift", from: "Invented", to: "Invented", positions: ["a", "b", "c", "d", "e"].slice(0, 3 + below(3)) };
  if (newer && n % 3 === 1) {
    const anchors = [1, 0.75, 0.333, 0].map((value, i) => ({ at: 3 * i * i, value }));
    return { ...base, kind: "number", unit: "months", min: 0, max: 40, anchors };
  }
  if (newer) return { ...base, kind: "ranking", pick: 3, options: [0, 0.2, 0.5, 1, 1, 1].map((value, o) => option(o, value)) };
  if (n % 3 === 0) {
    return { ...base, kind: "single", options: [0, 0.333, 0.667, 1].map((value, o) => option(o, value)) };
  }
  if (n % 3 === 1) {
    const practices = [0.2, 0.2, 0.2, 0.2, 0.25, 0.25].map((value, o) => option(o, value));
    return { ...base, kind: "multi", options: [...practices, { ...option(6, 0), exclusive: true }, { ...option(7, 1), all: true }] };
  }
  return { ...base, kind: "scale", min: 1, max: 5, minLabel: "low", maxLabel: "high", ...(n % 2 === 0 ? { reverse: true as const } : {}) };
}

function randomAnswers(definition: Definition, below: Below): Answers {
  const answers: Answers = {};
  for (const item of definition.items) {
    const state = below(24);
    if (state === 0) answers[item.id] = { state: "not_sure" };
    else if (state === 1) answers[item.id] = { state: "not_applicable" };
    else answers[item.id] = { state: "answered", value: lowValue(item, below), ...(item.kind === "shift" && below(2) === 0 ? { target: below(3) } : {}) };
  }
  return answers;
}

function lowValue(item: Item, below: Below): string | number | string[] {
  if (item.kind === "scale") return item.reverse ? item.max - below(3) : item.min + below(3);
  if (item.kind === "single") return item.options[below(2)]!.id;
  if (item.kind === "shift") return below(2);
  if (item.kind === "number") return 10 + below(200) / 8;
  if (item.kind === "ranking") return [id("option", below(2)), id("option", 2), id("option", 3 + below(3))];
  return below(3) === 0 ? [id("option", 6)] : [id("option", below(3)), id("option", 3 + below(3))];
}

function randomInitiative(n: number, items: readonly Item[], below: Below): Initiative {
  const effort = { low: 0.5, likely: 0.5, high: 200 };
  const pools = new Set([below(5), below(5), below(5)]);
  const raised = new Set(Array.from({ length: 1 + below(4) }, () => below(items.length)));
  const requires = new Set(n > 0 && below(3) === 0 ? Array.from({ length: 1 + below(2) }, () => id("initiative", below(n))) : []);
  return {
    id: id("initiative", n),
    title: id("initiative", n),
    pillars: ["process"],
    problem: "Invented.",
    done: "Invented.",
    effort: Object.fromEntries([...pools].map((p) => [PILLARS[p]!, { ...effort, likely: 0.5 * (1 + below(16)) }])),
    effortReason: "Invented.",
    cost: { currency: "EUR", low: 0, likely: 1000 * below(30), high: 50_000 },
    quarters: 1 + below(3),
    requires: [...requires],
    raises: [...raised].map((k) => ({ assessment: "invented", item: items[k]!.id, to: promise(items[k]!, below) })),
    chance: { value: 0.5, reason: "Invented." },
    pilot: "Invented.",
    byHand: "Invented.",
    kpis: ["invented"],
    hypothesis: "Invented.",
    refutedBy: "Invented.",
    checklist: ["a", "b", "c", "d", "e"],
    owner: "Nobody",
  };
}

function promise(item: Item, below: Below): string | number | string[] {
  if (item.kind === "scale") return item.reverse ? item.min + below(2) : item.max - below(2);
  if (item.kind === "single") return item.options[1 + below(3)]!.id;
  if (item.kind === "shift") return 1 + below(item.positions.length - 1);
  if (item.kind === "number") return below(80) / 8;
  if (item.kind === "ranking") return [id("option", 2 + below(2)), id("option", 4), id("option", below(2) === 0 ? 5 : 1)];
  const practices = new Set(Array.from({ length: 1 + below(3) }, () => id("option", below(6))));
  return below(12) === 0 ? [id("option", 7)] : [...practices];
}
