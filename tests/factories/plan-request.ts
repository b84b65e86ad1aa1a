import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { PILLARS, type Pillar } from "#app/domain/assessment/vocabulary.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { evenCapacity, type PlanSettingsInput, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import { answered, definitionOf, dimension, single } from "./definition.ts";

type InitiativeShape = {
  /** Likely person-weeks in total. */
  effort: Partial<Record<Pillar, number>>;
  /** What it promises: item of the assessment `fixture` to value. */
  raises: Record<string, string | number | string[]>;
  quarters?: number;
  requires?: string[];
  cost?: number;
};

export function initiative(id: string, { effort, raises, quarters = 1, requires = [], cost = 0 }: InitiativeShape): Initiative {
  return {
    id,
    title: `Title of ${id}`,
    pillars: ["process"],
    problem: "A problem.",
    done: "Done.",
    effort: Object.fromEntries(PILLARS.flatMap((p) => (effort[p] ? [[p, { low: 0.5, likely: effort[p], high: 200 }]] : []))),
    effortReason: "Because.",
    cost: { currency: "EUR", low: 0, likely: cost, high: 1_000_000 },
    quarters,
    requires,
    raises: Object.entries(raises).map(([item, to]) => ({ assessment: "fixture", item, to })),
    chance: { value: 0.5, reason: "Even." },
    pilot: "A pilot.",
    byHand: "By hand.",
    kpis: ["a-kpi"],
    hypothesis: "A hypothesis.",
    refutedBy: "A refutation.",
    checklist: ["a", "b", "c", "d", "e"],
    owner: "Somebody",
  };
}

type SettingsShape = Omit<PlanSettingsInput, "capacity"> & { perQuarter: Partial<Record<Pillar, number>> };

/** A request with the same capacity in every quarter. */
export function planRequest(
  definition: Definition,
  answers: Answers,
  initiatives: readonly Initiative[],
  { perQuarter, ...settings }: SettingsShape,
): PlanRequest {
  const capacity = evenCapacity(settings.quarters ?? 4, perQuarter);
  return { assessments: [{ definition, answers }], initiatives, settings: planSettingsSchema.parse({ ...settings, capacity }) };
}

/**
 * Fours and sixes, all pinned, that fill the ten weeks of a quarter in pairs, in 12 quarters. A search that puts the fours
 * first, two a quarter, leaves too few quarters for the sixes and takes for ever to find out.
 */
export function pairsRequest(fours: number, sixes: number): PlanRequest {
  const some = (count: number, name: string, people: number) =>
    Array.from({ length: count }, (_, n) => initiative(`${name}-${n + 10}`, { effort: { people }, raises: { a: "o1" } }));
  const initiatives = [...some(fours, "four", 4), ...some(sixes, "six", 6)];
  const pinned = Object.fromEntries(initiatives.map((i) => [i.id, "any" as const]));
  const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1])]);
  return planRequest(definition, { a: answered("o0") }, initiatives, { quarters: 12, perQuarter: { people: 10 }, pinned });
}
