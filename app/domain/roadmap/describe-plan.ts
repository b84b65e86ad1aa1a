import { answerTo } from "../assessment/answer.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import { notPlanned } from "./admission.ts";
import type { StartList } from "./pins.ts";
import { type Effort, type FindOut, gapOf, type PlannedInitiative, type PlanResult, type StoppedBy, waveOf } from "./plan.ts";
import type { Candidate, PlanningInstance } from "./planning-instance.ts";
import { raisedByQuarter } from "./draft.ts";
import { growingProjection } from "./projection.ts";

/** A plan whose gap is at most this is called optimal: its objective and the bound differ by rounding only. */
export const PROVEN_GAP = 1e-6;

export type Proven = {
  /** No plan raises more, in points x quarters above today. */
  readonly raisedBound: number;
  /** Why nothing better was proven; disregarded when the gap is closed. */
  readonly stoppedBy: StoppedBy;
};

/**
 * A plan as it is shown and stored: every score from the true rescore, the valued one from the form that the search
 * works on where it is another, what it uses, and what would admit the rest.
 * Robustness and margins are null; see `robustnessOf` and `marginsOf`.
 */
export function describePlan(instance: PlanningInstance, starts: StartList, { raisedBound, stoppedBy }: Proven): PlanResult {
  const { weights, candidates, today, valuedToday } = instance;
  const planned = candidates.flatMap((c, n) => (starts[n] ? [{ c, n, start: starts[n]!, end: starts[n]! + c.duration - 1 }] : []));
  const asTheyFinish = [...planned].sort((a, b) => a.end - b.end || a.n - b.n);
  const stages = stagesOf(instance, asTheyFinish);
  const gains = new Map(asTheyFinish.map(({ n }, k) => [n, stages[k + 1]!.mean - stages[k]!.mean]));
  const atTheEndOf = weights.map((_, index) => stages[asTheyFinish.filter((p) => p.end <= index + 1).length]!);
  const projected = atTheEndOf.map((stage) => stage.mean);
  const valued = instance.isPlain ? [...projected] : raisedByQuarter(instance, starts).map((raised) => valuedToday + raised);
  const objective = valued.reduce((sum, score, index) => sum + weights[index]! * score, 0);
  const idle = idleOf(instance);
  const bound = Math.max(objective, idle + raisedBound);
  const gap = gapOf(objective, bound, idle);
  const proven = gap <= PROVEN_GAP;
  const levels = atTheEndOf.map((stage) => stage.level).filter((level) => level !== null);
  return {
    status: proven ? "optimal" : "feasible",
    objective,
    bound,
    idle,
    gap,
    stoppedBy: proven ? null : stoppedBy,
    today,
    projected,
    valuedToday,
    valued,
    todayLevel: stages[0]!.level,
    projectedLevels: levels.length === weights.length ? levels : null,
    items: planned
      .sort((a, b) => a.start - b.start || a.end - b.end || a.n - b.n)
      .map(({ c, n, start, end }): PlannedInitiative => ({
        initiative: c.id,
        startQuarter: start,
        endQuarter: end,
        wave: waveOf(start),
        gain: gains.get(n) ?? 0,
        effort: effortOf(c),
        cost: c.source.cost.likely,
      })),
    notPlanned: notPlanned(instance, starts),
    used: usedBy(instance, planned),
    findOut: findOut(instance),
    robustness: null,
    margins: null,
  };
}

/** The objective of doing nothing: the discounted area under the valued score of today. */
export function idleOf({ weights, valuedToday }: PlanningInstance): number {
  return weights.reduce((sum, weight) => sum + weight * valuedToday, 0);
}

type Planned = { c: Candidate; n: number; start: number; end: number };

/**
 * The true rescore today and after each of these has finished, one after the other. A quarter ends at one of these
 * stages, and what an initiative adds is the step to its own, so that gains telescope to the last score minus today.
 */
function stagesOf({ assessments, today }: PlanningInstance, asTheyFinish: readonly Planned[]) {
  const growing = growingProjection(assessments);
  return [growing.today, ...asTheyFinish.map(({ n }) => growing.with(n))].map(({ mean, level }) => ({ mean: mean ?? today, level }));
}

function effortOf(c: Candidate): Effort {
  return Object.fromEntries(PILLARS.flatMap((pool) => (c.source.effort[pool] ? [[pool, c.source.effort[pool].likely]] : [])));
}

function usedBy({ quarters }: PlanningInstance, planned: readonly Planned[]): PlanResult["used"] {
  const perQuarter = (total: (c: Candidate) => number) =>
    Array.from({ length: quarters }, (_, index) =>
      planned.reduce((sum, { c, start, end }) => (start <= index + 1 && index + 1 <= end ? sum + total(c) / c.duration : sum), 0),
    );
  const pool = (name: Pillar) => perQuarter((c) => c.source.effort[name]?.likely ?? 0);
  return {
    pools: {
      people: pool("people"),
      process: pool("process"),
      content: pool("content"),
      technology: pool("technology"),
      kpis: pool("kpis"),
    },
    budget: perQuarter((c) => c.source.cost.likely),
  };
}

/** Items without an answer that some initiative would raise, in the order they are asked. */
function findOut({ assessments, candidates }: PlanningInstance): FindOut[] {
  return assessments.flatMap(({ slug, compiled, answers }) =>
    compiled.items.flatMap((item): FindOut[] => {
      const { state } = answerTo(answers, item.id);
      if (state !== "not_sure" && state !== "blank") return [];
      const initiatives = candidates.filter((c) => c.source.raises.some((promise) => promise.assessment === slug && promise.item === item.id)).map((c) => c.id);
      return initiatives.length > 0 ? [{ assessment: slug, item: item.id, state, initiatives }] : [];
    }),
  );
}
