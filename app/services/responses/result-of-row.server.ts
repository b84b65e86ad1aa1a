import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { type EvidencedScore, evidencedScore, evidenceOfAnswers, evidenceStanding, type ItemEvidence } from "#app/domain/evidence/evidenced-score.ts";
import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import type { Language } from "#app/words/language.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { referenceSetsOf } from "../benchmark/reference-sets-of.server.ts";
import { contradictionsIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { notesOfCarried } from "./notes-of-carried.server.ts";
import type { ResponseRow } from "./response-row.server.ts";
import { scoreResponse } from "./score-response.server.ts";
import { answersFromRows, carriedFromRows } from "./stored-answer.server.ts";

export type SubmittedResult = {
  compiled: Compiled;
  /** What `compiled` and `view` are in. */
  language: Language;
  /** The version in English. */
  source: Definition;
  hash: string;
  answers: Answers;
  view: ResultView;
  submittedAt: Date;
  /** What of it is shown; null where nothing was ever given to show it. */
  shown: EvidencedScore | null;
};

/**
 * The result of a submitted response, in a language as far as its version is translated. The figures are computed from the stored answers
 * by the version they were given to; they equal the stored result, which stands beside them for later comparison. Null where it was not submitted.
 * @param registered evidence of the organisation it belongs to, beside the links that were given with the answers
 */
export async function resultOfRow(
  db: Database,
  { assessmentHash, submittedAt, answers: rows }: ResponseRow,
  now: Date,
  wanted: Language,
  registered: readonly ItemEvidence[] = [],
): Promise<SubmittedResult | null> {
  if (!submittedAt) return null;
  const { compiled, language, source } = await compiledVersionIn(db, assessmentHash, wanted);
  const words = wordsIn(language);
  const answers = answersFromRows(rows);
  const scored = scoreResponse(compiled, answers, contradictionsIn(language));
  const evidence = [...registered, ...evidenceOfAnswers(answers)];
  const shown = evidence.length > 0 ? evidencedScore(compiled, answers, evidenceStanding(evidence, now.toISOString().slice(0, 10))) : null;
  const references = await referenceSetsOf(db, compiled.definition.slug);
  const carried = notesOfCarried(compiled.definition, carriedFromRows(rows), words);
  return {
    compiled,
    language,
    source,
    hash: assessmentHash,
    answers,
    view: resultView(compiled, answers, { ...scored, evidenced: shown?.evidenced ?? null, carried, references }, words),
    submittedAt,
    shown,
  };
}
