import type { Answers } from "#app/domain/assessment/answer.ts";
import { type Contradiction, doubtedItems, firingContradictions } from "#app/domain/assessment/contradiction.ts";
import { type Band, scoreBand } from "#app/domain/scoring/band.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import { type Score, score } from "#app/domain/scoring/score.ts";

export type ScoredResponse = { score: Score; band: Band | null; contradictions: Contradiction[] };

/** One way from answers to figures, for pages and API alike. */
export function scoreResponse(compiled: Compiled, answers: Answers, rules: readonly Contradiction[]): ScoredResponse {
  const { definition } = compiled;
  const contradictions = firingContradictions(rules, { [definition.slug]: { definition, answers } });
  return {
    score: score(compiled, answers),
    band: scoreBand(compiled, answers, doubtedItems(contradictions, definition.slug)),
    contradictions,
  };
}
