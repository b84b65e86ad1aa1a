import type { Answers } from "../assessment/answer.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import type { Compiled } from "./compile.ts";
import { fraction, leastCommonMultiple, toNumber } from "./exact.ts";
import { coverage, type Unpublished, unpublishedBecause } from "./publication.ts";
import { readAnswers, type Sums } from "./tally.ts";

export type AnsweredAssessment = { readonly compiled: Compiled; readonly answers: Answers };

export type PortfolioPillar = {
  id: Pillar;
  /** 0..100, unrounded; null when nothing was answered. */
  score: number | null;
  /** 0..1; null when nothing is applicable. */
  coverage: number | null;
  published: boolean;
  reason: Unpublished | null;
  /** Questions that name the pillar, each shared one once, and how many were left out because they were counted before. */
  questions: number;
  countedOnce: number;
};

/**
 * The five pillars over several assessments: the formula of a pillar (method, section 3) over the items of all of them. A
 * shared item counts once, where it first stands in the list; so put the latest first. Exact, like any score.
 */
export function portfolioPillars(answered: readonly AnsweredAssessment[]): PortfolioPillar[] {
  const unit = answered.reduce((common, { compiled }) => leastCommonMultiple(common, compiled.unit), 1);
  const sums = PILLARS.map(() => ({ value: 0, answered: 0, applicable: 0, total: 0, questions: 0, countedOnce: 0 }));
  const seen = new Set<string>();
  for (const { compiled, answers } of answered) {
    const { given, values } = readAnswers(compiled, answers);
    compiled.items.forEach((c, i) => {
      const shared = c.item.shared;
      const isRepeated = shared !== undefined && seen.has(shared);
      if (shared !== undefined) seen.add(shared);
      for (const p of c.pillars) {
        const its = sums[p]!;
        if (isRepeated) its.countedOnce += 1;
        else add(its, c.weight, values[i]! === null ? null : values[i]! * (unit / compiled.unit), given[i]!.state !== "not_applicable");
      }
    });
  }
  return sums.map((its, i) => {
    const reason = unpublishedBecause(its);
    return {
      id: PILLARS[i]!,
      score: its.answered === 0 ? null : toNumber(fraction(100 * its.value, unit * its.answered)),
      coverage: coverage(its),
      published: reason === null,
      reason,
      questions: its.questions,
      countedOnce: its.countedOnce,
    };
  });
}

function add(sums: Sums & { questions: number }, weight: number, x: number | null, applicable: boolean): void {
  sums.questions += 1;
  sums.total += weight;
  if (applicable) sums.applicable += weight;
  if (x === null) return;
  sums.answered += weight;
  sums.value += weight * x;
}
