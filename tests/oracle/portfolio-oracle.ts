import { answerTo } from "#app/domain/assessment/answer.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { DatedAssessment } from "#app/domain/scoring/portfolio-pillars.ts";
import { Ratio, valueOf } from "./score-oracle.ts";

/**
 * The pillars of a portfolio a second time, written from the method: put all questions in one heap, throw out all but one of
 * each shared question, add up what is left. Of each shared question the one answered last stays, then the one listed first.
 */
export function oraclePillars(answered: readonly DatedAssessment[]) {
  const heap = answered.flatMap(({ compiled, answers, origins }) =>
    compiled.definition.items.map((item) => {
      const answer = answerTo(answers, item.id);
      return { item, answer, on: answer.state === "blank" ? null : (origins[item.id]?.on.getTime() ?? null) };
    }),
  );
  const stays = heap.filter(({ item, on }, place) =>
    heap.every((other, at) => {
      if (at === place || item.shared === undefined || other.item.shared !== item.shared) return true;
      if (other.on === on) return place < at;
      return other.on === null || (on !== null && other.on < on);
    }),
  );
  return PILLARS.map((id) => {
    const own = stays.filter(({ item }) => item.pillars.includes(id));
    const weigh = (some: typeof own) => some.reduce((sum, { item }) => sum.add(Ratio.decimal(item.weight)), new Ratio(0n));
    const said = own.flatMap((one) => (one.answer.state === "answered" ? [{ ...one, value: one.answer.value }] : []));
    const applicable = weigh(own.filter(({ answer }) => answer.state !== "not_applicable"));
    const gained = said.reduce((sum, { item, value }) => sum.add(Ratio.decimal(item.weight).mul(valueOf(item, value))), new Ratio(0n));
    return {
      id,
      score: said.length === 0 ? null : gained.mul(new Ratio(100n)).div(weigh(said)).toDouble(),
      coverage: applicable.isZero ? null : weigh(said).div(applicable).toDouble(),
      questions: own.length,
      countedOnce: heap.filter(({ item }) => item.pillars.includes(id)).length - own.length,
    };
  });
}
