import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Item } from "#app/domain/assessment/definition.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { oracleScore, Ratio, valueOf } from "./score-oracle.ts";

/**
 * Plans a second time, written from the method (section 8) and not from `app/domain/roadmap`: every plan there is, tried
 * one by one. Only for requests of a handful of initiatives.
 */

export type OraclePlan = Record<string, number>;

const POOLS = ["people", "process", "content", "technology", "kpis"] as const;
/** Half weeks over up to three quarters are whole twelfths, so that nothing here rounds. */
const twelfths = (amount: number, quarters: number) => Math.round((amount * 12) / quarters);

/** What a plan breaks, in words; empty when it may stand. */
export function brokenRules({ initiatives, settings }: PlanRequest, plan: OraclePlan): string[] {
  const broken: string[] = [];
  const last = (i: Initiative) => plan[i.id]! + i.quarters - 1;
  const chosen = initiatives.filter((i) => plan[i.id] !== undefined);
  if (chosen.length !== Object.keys(plan).length) broken.push("something unknown is planned");
  for (const i of chosen) {
    if (plan[i.id]! < 1 || last(i) > settings.quarters || !Number.isInteger(plan[i.id])) broken.push(`${i.id} leaves the horizon`);
    if (settings.excluded.includes(i.id)) broken.push(`${i.id} is excluded`);
    for (const id of i.requires) {
      const first = chosen.find((other) => other.id === id);
      if (!first || last(first) >= plan[i.id]!) broken.push(`${i.id} does not wait for ${id}`);
    }
  }
  for (const [id, pin] of Object.entries(settings.pinned)) {
    if (plan[id] === undefined || (pin !== "any" && plan[id] !== pin)) broken.push(`${id} is not where it is pinned`);
  }
  for (let q = 1; q <= settings.quarters; q++) {
    const busy = chosen.filter((i) => plan[i.id]! <= q && q <= last(i));
    for (const pool of POOLS) {
      const used = busy.map((i) => twelfths(i.effort[pool]?.likely ?? 0, i.quarters)).reduce((a, b) => a + b, 0);
      if (used > 12 * (settings.capacity[pool]?.[q - 1] ?? 0)) broken.push(`too much ${pool} in ${q}`);
    }
    const spent = busy.map((i) => twelfths(i.cost.likely, i.quarters)).reduce((a, b) => a + b, 0);
    if (settings.budget && spent > 12 * settings.budget[q - 1]!) broken.push(`too much money in ${q}`);
  }
  return broken;
}

/** Mean overall score when these initiatives have kept their promises. */
export function scoreAfter({ assessments, initiatives }: PlanRequest, finished: readonly string[]): number {
  const scores: number[] = [];
  for (const { definition, answers } of assessments) {
    const after: Answers = { ...answers };
    for (const initiative of initiatives.filter((i) => finished.includes(i.id))) {
      for (const promise of initiative.raises.filter((p) => p.assessment === definition.slug)) {
        const item = definition.items.find((i) => i.id === promise.item);
        const now = after[promise.item];
        if (item && now?.state === "answered") after[promise.item] = { ...now, value: better(item, now, promise.to) };
      }
    }
    const { score } = oracleScore(definition, after).overall;
    if (score !== null) scores.push(score);
  }
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** What each finished initiative promises an item, with the share of it that is reckoned with. */
type Promised = { to: Value; share: Ratio };

/**
 * The valued score when these initiatives have finished: importance multiplies the weight of a dimension; a realised
 * share multiplies the rise that an initiative promises an item, or each practice of a list; the target is the most.
 */
export function valuedAfter({ assessments, initiatives, settings }: PlanRequest, finished: readonly string[]): number {
  const scores: number[] = [];
  for (const { definition, answers } of assessments) {
    const importance = settings.importance[definition.slug] ?? {};
    const dimensions = definition.dimensions.map((d) => ({ ...d, weight: d.weight * (importance[d.id] ?? 1) }));
    const promised = (id: string): Promised[] =>
      initiatives
        .filter((i) => finished.includes(i.id))
        .flatMap((i) =>
          i.raises
            .filter((p) => p.assessment === definition.slug && p.item === id)
            .map(({ to }) => ({ to, share: Ratio.decimal(settings.realised[i.id] ?? 1) })),
        );
    const { score } = oracleScore({ ...definition, dimensions }, answers, (item, said) =>
      said.state === "answered" ? raisedTo(item, said, promised(item.id)) : null,
    ).overall;
    if (score !== null) scores.push(score);
  }
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  return settings.target === null ? mean : Math.min(settings.target, mean);
}

const nothing = new Ratio(0n);
const all = new Ratio(1n);
const larger = (a: Ratio, b: Ratio) => (a.atLeast(b) ? a : b);

function raisedTo(item: Item, said: Extract<Answer, { state: "answered" }>, promised: readonly Promised[]): Ratio {
  const now = valueOf(item, said.value);
  const rises =
    item.kind === "multi"
      ? item.options.map((practice) => {
          if (practice.exclusive || practice.all || [said.value].flat().includes(practice.id)) return nothing;
          const ids = [practice.id, ...item.options.filter((o) => o.all).map((o) => o.id)];
          const its = promised.filter(({ to }) => [to].flat().some((id) => ids.includes(String(id))));
          return its.map(({ share }) => share.mul(Ratio.decimal(practice.value))).reduce(larger, nothing);
        })
      : [promised.map(({ to, share }) => share.mul(valueOf(item, better(item, said, to)).sub(now))).reduce(larger, nothing)];
  const raised = rises.reduce((sum, rise) => sum.add(rise), now);
  return raised.atLeast(all) ? all : raised;
}

type Value = Extract<Answer, { state: "answered" }>["value"];

function better(item: Item, said: Extract<Answer, { state: "answered" }>, to: Value): Value {
  const now = said.value;
  if (item.kind === "shift") return Math.max(Number(now), Math.min(Number(to), said.target ?? Infinity));
  if (item.kind === "number" || item.kind === "ranking") return valueOf(item, to).atLeast(valueOf(item, now)) ? to : now;
  if (item.kind === "single") {
    const worth = (id: Value) => item.options.find((o) => o.id === id)?.value ?? -1;
    return worth(to) > worth(now) ? to : now;
  }
  if (item.kind === "scale") {
    const x = (raw: Value) => (item.reverse ? -Number(raw) : Number(raw));
    return x(to) > x(now) ? to : now;
  }
  const all = item.options.find((o) => o.all)?.id;
  const none = item.options.find((o) => o.exclusive)?.id;
  const chosen = new Set([now, to].flat().map(String));
  if (all !== undefined && chosen.has(all)) return [all];
  if (none !== undefined && chosen.size > 1) chosen.delete(none);
  return [...chosen];
}

/** Sum over quarters of discount^(q-1) times the valued score at the end of q. */
export function objectiveOf(request: PlanRequest, plan: OraclePlan, scores = new Map<string, number>()): number {
  const { quarters, discount } = request.settings;
  let objective = 0;
  for (let q = 1; q <= quarters; q++) {
    const finished = request.initiatives.filter((i) => plan[i.id] !== undefined && plan[i.id]! + i.quarters - 1 <= q).map((i) => i.id);
    const key = finished.join();
    if (!scores.has(key)) scores.set(key, valuedAfter(request, finished));
    objective += discount ** (q - 1) * scores.get(key)!;
  }
  return objective;
}

/** The best objective of all plans that break nothing; null when there is none. */
export function bestObjective(request: PlanRequest): number | null {
  const scores = new Map<string, number>();
  const plan: OraclePlan = {};
  let best: number | null = null;
  const tryFrom = (k: number): void => {
    const initiative = request.initiatives[k];
    if (!initiative) {
      if (brokenRules(request, plan).length > 0) return;
      const objective = objectiveOf(request, plan, scores);
      if (best === null || objective > best) best = objective;
      return;
    }
    tryFrom(k + 1);
    for (let start = 1; start <= request.settings.quarters; start++) {
      plan[initiative.id] = start;
      tryFrom(k + 1);
      delete plan[initiative.id];
    }
  };
  tryFrom(0);
  return best;
}
