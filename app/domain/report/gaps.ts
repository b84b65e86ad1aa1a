import type { Answers } from "../assessment/answer.ts";
import type { Compiled, CompiledItem } from "../scoring/compile.ts";
import { toNumber } from "../scoring/exact.ts";
import { overallFraction } from "../scoring/overall-fraction.ts";
import { unpublishedDimensions } from "../scoring/publication.ts";
import { answeredValue, type Sums, tally } from "../scoring/tally.ts";

export type Gap = {
  item: string;
  dimension: string;
  /** Points the overall score would rise if this item alone reached its best answer; above 0. */
  points: number;
};

/**
 * Where the most is to be gained: every answered item of a published dimension below its best answer, by what
 * closing it alone would add to the overall score. Ties keep the order of the questions.
 */
export function gapsByWeight(compiled: Compiled, answers: Answers): Gap[] {
  const valueOf = answeredValue(compiled, answers);
  const points = pointsOfRises(compiled, tally(compiled, answers).dimensions);
  return compiled.items
    .map((c, index): Gap => {
      const x = valueOf(index);
      return { item: c.id, dimension: c.item.dimension, points: x === null ? 0 : points(c, compiled.unit - x) };
    })
    .filter((gap) => gap.points > 0)
    .sort((a, b) => b.points - a.points);
}

/**
 * What it adds to the overall score when the value of one answered item rises by an amount in `unit`-ths:
 * `100 W_d w amount / (unit * sum(w a) sum(W))`, the change of the formula of method.md, section 3. Where dimensions are
 * carried the score is computed anew, for a rise may count in part or not at all. 0 in a dimension that is left out.
 */
export function pointsOfRises(compiled: Compiled, sums: readonly Sums[]): (item: CompiledItem, amount: number) => number {
  const published = unpublishedDimensions(compiled, sums).map((reason) => reason === null);
  if (compiled.carriers.some((carrier) => carrier !== null)) {
    const today = overallFraction(compiled, sums);
    return ({ dimension, weight }, amount) => {
      if (today === null || amount === 0 || !published[dimension]) return 0;
      const raised = sums.map((s, d) => (d === dimension ? { ...s, value: s.value + weight * amount } : s));
      return toNumber(overallFraction(compiled, raised)!) - toNumber(today);
    };
  }
  const weights = compiled.dimensionWeights.reduce((sum, w, i) => (published[i] ? sum + w : sum), 0);
  return ({ dimension, weight }, amount) => {
    if (!published[dimension] || amount === 0) return 0;
    return (100 * compiled.dimensionWeights[dimension]! * weight * amount) / (compiled.unit * sums[dimension]!.answered * weights);
  };
}
