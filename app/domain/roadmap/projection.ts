import { type Answers, answerTo } from "../assessment/answer.ts";
import type { Compiled } from "../scoring/compile.ts";
import { type Overall, overallOf } from "../scoring/score.ts";
import { answeredValue, tally, type ValueOf } from "../scoring/tally.ts";
import type { Initiative } from "./initiative.ts";
import { type PromisedValue, raisedValue } from "./promise.ts";

/** One assessment ready for projection: promises stand per item (index in `compiled.items`), with who makes them. */
export type Projectable = {
  readonly slug: string;
  readonly compiled: Compiled;
  readonly answers: Answers;
  /** Only for items that are answered: a start that is unknown has no gain that could be recomputed. */
  readonly promises: ReadonlyMap<number, readonly { readonly initiative: number; readonly to: PromisedValue }[]>;
};

/** Gathers what the initiatives (numbered as they stand) promise for the answered items of one assessment. */
export function projectable(compiled: Compiled, answers: Answers, initiatives: readonly Initiative[]): Projectable {
  const { slug } = compiled.definition;
  const indexOf = new Map(compiled.items.map((c, index) => [c.id, index]));
  const promises = new Map<number, { initiative: number; to: PromisedValue }[]>();
  initiatives.forEach((initiative, number) => {
    for (const promise of initiative.raises) {
      const index = promise.assessment === slug ? indexOf.get(promise.item) : undefined;
      if (index === undefined || answerTo(answers, promise.item).state !== "answered") continue;
      const list = promises.get(index) ?? [];
      list.push({ initiative: number, to: promise.to });
      promises.set(index, list);
    }
  });
  return { slug, compiled, answers, promises };
}

/**
 * The true rescore: overall score and levels of one assessment once these initiatives have finished, by the same exact
 * arithmetic as any score. Denominators and published dimensions are those of today, for only answered items change.
 */
export function projectedOverall(assessment: Projectable, finished: ReadonlySet<number>): Overall {
  const { compiled, answers, promises } = assessment;
  const today = answeredValue(compiled, answers);
  const projected: ValueOf = (index) => {
    const kept = (promises.get(index) ?? []).filter((p) => finished.has(p.initiative)).map((p) => p.to);
    const item = compiled.items[index]!;
    const answer = answerTo(answers, item.id);
    if (kept.length === 0 || answer.state !== "answered") return today(index);
    return raisedValue(item, answer, kept, compiled.unit);
  };
  return overallOf(compiled, tally(compiled, answers, projected).dimensions);
}

export type Projection = {
  /** Unweighted mean of the overall scores, 0..100, over the assessments that have one; null when none has. */
  readonly mean: number | null;
  /** Gated level, 1..5, of the only assessment that has a score; null when several or none have. */
  readonly level: number | null;
};

/** Where things stand once these initiatives have finished. Which assessments have a score does not depend on it. */
export function projection(assessments: readonly Projectable[], finished: ReadonlySet<number>): Projection {
  return joined(assessments.map((a) => projectedOverall(a, finished)));
}

/**
 * The same for a set that grows one by one, nobody finished at first. Only assessments to which the newcomer has
 * promised something are scored anew: of many, an initiative touches few.
 */
export function growingProjection(assessments: readonly Projectable[]): { readonly today: Projection; with(initiative: number): Projection } {
  const finished = new Set<number>();
  const promisers = assessments.map(({ promises }) => new Set([...promises.values()].flatMap((made) => made.map((p) => p.initiative))));
  const overalls = assessments.map((a) => projectedOverall(a, finished));
  return {
    today: joined(overalls),
    with(initiative) {
      finished.add(initiative);
      assessments.forEach((a, k) => {
        if (promisers[k]!.has(initiative)) overalls[k] = projectedOverall(a, finished);
      });
      return joined(overalls);
    },
  };
}

function joined(all: readonly Overall[]): Projection {
  const overalls = all.filter((overall) => overall.score !== null);
  if (overalls.length === 0) return { mean: null, level: null };
  const mean = overalls.reduce((sum, overall) => sum + (overall.score ?? 0), 0) / overalls.length;
  return { mean, level: overalls.length === 1 ? overalls[0]!.gatedLevel : null };
}
