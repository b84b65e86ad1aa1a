import type { Answers } from "../assessment/answer.ts";
import type { Compiled } from "../scoring/compile.ts";
import { unpublishedBecause } from "../scoring/publication.ts";
import { answeredValue, tally } from "../scoring/tally.ts";

export type Gap = {
  item: string;
  dimension: string;
  /** Points the overall score would rise if this item alone reached its best answer; above 0. */
  points: number;
};

/**
 * Where the most is to be gained: every answered item of a published dimension below its best answer, by what
 * closing it would add to the overall score: `100 W_d w (1 - x) / (sum(w a) sum(W))`, the change of the formula of
 * method.md, section 3. Ties keep the order of the questions.
 */
export function gapsByWeight(compiled: Compiled, answers: Answers): Gap[] {
  const sums = tally(compiled, answers).dimensions;
  const valueOf = answeredValue(compiled, answers);
  const published = sums.map((s) => unpublishedBecause(s) === null && s.answered > 0);
  const weights = compiled.dimensionWeights.reduce((sum, w, i) => (published[i] ? sum + w : sum), 0);
  return compiled.items
    .map((c, index): Gap => {
      const x = valueOf(index);
      const d = c.dimension;
      const missing = x === null || !published[d] ? 0 : compiled.unit - x;
      const points = missing === 0 ? 0 : (100 * compiled.dimensionWeights[d]! * c.weight * missing) / (compiled.unit * sums[d]!.answered * weights);
      return { item: c.id, dimension: c.item.dimension, points };
    })
    .filter((gap) => gap.points > 0)
    .sort((a, b) => b.points - a.points);
}
