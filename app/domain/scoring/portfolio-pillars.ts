import { type Answers, answerTo } from "../assessment/answer.ts";
import type { CarriedFrom } from "../assessment/carry-over.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import type { Compiled } from "./compile.ts";
import { fraction, leastCommonMultiple, toNumber } from "./exact.ts";
import { coverage, type Unpublished, unpublishedBecause } from "./publication.ts";
import { readAnswers, type Sums } from "./tally.ts";

export type AnsweredAssessment = { readonly compiled: Compiled; readonly answers: Answers };

/** With when and where each answer was given, by item; `on` of one that was carried over is when it was first given. */
export type DatedAssessment = AnsweredAssessment & { readonly origins: Readonly<Record<string, CarriedFrom>> };

export type PortfolioPillar = {
  id: Pillar;
  /** 0..100, unrounded; null when nothing was answered. */
  score: number | null;
  /** 0..1; null when nothing is applicable. */
  coverage: number | null;
  published: boolean;
  reason: Unpublished | null;
  /** Questions that name the pillar, each shared one once, and how many were left out because they are counted in another assessment. */
  questions: number;
  countedOnce: number;
};

/**
 * The five pillars over several assessments: the formula of a pillar (method, section 3) over the items of all of them. A
 * shared item counts once, with the answer that was given last, in the assessment where that stands. Exact, like any score.
 */
export function portfolioPillars(answered: readonly DatedAssessment[]): PortfolioPillar[] {
  const unit = answered.reduce((common, { compiled }) => leastCommonMultiple(common, compiled.unit), 1);
  const sums = PILLARS.map(() => ({ value: 0, answered: 0, applicable: 0, total: 0, questions: 0, countedOnce: 0 }));
  const placeOf = countedPlaces(answered);
  answered.forEach(({ compiled, answers }, place) => {
    const { given, values } = readAnswers(compiled, answers);
    compiled.items.forEach((c, i) => {
      const isCounted = c.item.shared === undefined || placeOf.get(c.item.shared) === place;
      for (const p of c.pillars) {
        const its = sums[p]!;
        if (isCounted) add(its, c.weight, values[i]! === null ? null : values[i]! * (unit / compiled.unit), given[i]!.state !== "not_applicable");
        else its.countedOnce += 1;
      }
    });
  });
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

/** For each shared question the place in the list of the assessment it counts in: that of the latest answer; else, or of two at once, the first. */
function countedPlaces(answered: readonly DatedAssessment[]): Map<string, number> {
  const latest = new Map<string, { place: number; on: number }>();
  answered.forEach(({ compiled, answers, origins }, place) => {
    for (const { id, item } of compiled.items) {
      if (item.shared === undefined) continue;
      const given = answerTo(answers, id).state !== "blank" && Object.hasOwn(origins, id) ? origins[id] : undefined;
      const on = given?.on.getTime() ?? -Infinity;
      const best = latest.get(item.shared);
      if (!best || on > best.on) latest.set(item.shared, { place, on });
    }
  });
  return new Map([...latest].map(([shared, { place }]) => [shared, place]));
}

function add(sums: Sums & { questions: number }, weight: number, x: number | null, applicable: boolean): void {
  sums.questions += 1;
  sums.total += weight;
  if (applicable) sums.applicable += weight;
  if (x === null) return;
  sums.answered += weight;
  sums.value += weight * x;
}
