import type { Answers } from "#app/domain/assessment/answer.ts";
import { checkAnswers } from "#app/domain/assessment/answer.ts";
import { evidencedScore, evidenceOfAnswers, evidenceStanding } from "#app/domain/evidence/evidenced-score.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { scoreResponse } from "../responses/score-response.server.ts";
import { problem } from "./problem.server.ts";

/**
 * The score of answers that are not stored anywhere, in the shape of contract.md; figures are unrounded.
 * @throws Response 422 for an item or value that is not of this version
 */
export function scoreAnswers(entry: AssessmentEntry, answers: Answers, today: string) {
  const { definition, compiled, hash } = entry;
  const problems = checkAnswers(definition, answers);
  if (problems.length > 0) throw problem(422, "invalid-answers", "Some answers do not fit this assessment.", problems);
  const { evidenced } = evidencedScore(compiled, answers, evidenceStanding(evidenceOfAnswers(answers), today));
  const { score, band, contradictions } = scoreResponse(compiled, answers, catalog().contradictions);
  return {
    assessment: definition.slug,
    version: definition.version,
    hash,
    method: METHOD_VERSION,
    overall: { ...score.overall, band, evidenced },
    dimensions: score.dimensions,
    pillars: score.pillars,
    flags: definition.flags.filter((f) => score.flags.includes(f.id)).map(({ id, title, text }) => ({ id, title, text })),
    contradictions: contradictions.map(({ id, text }) => ({ id, text })),
    trace: score.trace,
  };
}
