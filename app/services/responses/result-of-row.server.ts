import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import { evidencedOverall } from "#app/domain/scoring/score.ts";
import type { Language } from "#app/words/language.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
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
};

/**
 * The result of a submitted response, in a language as far as its version is translated. The figures are computed from the stored answers
 * by the version they were given to; they equal the stored result, which stands beside them for later comparison. Null where it was not submitted.
 */
export async function resultOfRow(
  db: Database,
  { assessmentHash, submittedAt, answers: rows }: ResponseRow,
  now: Date,
  wanted: Language,
): Promise<SubmittedResult | null> {
  if (!submittedAt) return null;
  const { compiled, language, source } = await compiledVersionIn(db, assessmentHash, wanted);
  const words = wordsIn(language);
  const answers = answersFromRows(rows);
  const scored = scoreResponse(compiled, answers, contradictionsIn(language));
  const anyEvidence = Object.values(answers).some((a) => a.evidence);
  const evidenced = anyEvidence ? evidencedOverall(compiled, answers, now.toISOString().slice(0, 10)) : null;
  const carried = notesOfCarried(compiled.definition, carriedFromRows(rows), words);
  return {
    compiled,
    language,
    source,
    hash: assessmentHash,
    answers,
    view: resultView(compiled, answers, { ...scored, evidenced, carried }, words),
    submittedAt,
  };
}
