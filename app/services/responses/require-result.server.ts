import type { Answers } from "#app/domain/assessment/answer.ts";
import { evidencedOverall } from "#app/domain/scoring/score.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Language } from "#app/words/language.ts";
import { contradictionsIn } from "../content/content-in-language.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { database } from "../db/database-instance.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { findByToken } from "./find-by-token.server.ts";
import { notesOfCarried } from "./notes-of-carried.server.ts";
import { responseRow } from "./response-row.server.ts";
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
 * The result a token leads to, in a language as far as its version is translated. The figures are computed from the stored answers by the version they were given to; they
 * equal the stored result, which stands beside them for later comparison.
 * @throws Response 404 for a wrong token and for answers that were not submitted alike
 */
export async function requireResult(resultToken: string | undefined, now: Date, wanted: Language): Promise<SubmittedResult & { token: string }> {
  const located = resultToken ? await findByToken(database(), "result", resultToken, (rows) => responseRow(rows, "result", resultToken)) : null;
  const row = located?.found;
  if (!row?.submittedAt || !resultToken) throw new Response("Not found", { status: 404 });
  const { compiled, language, source } = await compiledVersionIn(database(), row.assessmentHash, wanted);
  const words = wordsIn(language);
  const answers = answersFromRows(row.answers);
  const scored = scoreResponse(compiled, answers, contradictionsIn(language));
  const anyEvidence = Object.values(answers).some((a) => a.evidence);
  const evidenced = anyEvidence ? evidencedOverall(compiled, answers, now.toISOString().slice(0, 10)) : null;
  return {
    token: resultToken,
    compiled,
    language,
    source,
    hash: row.assessmentHash,
    answers,
    view: resultView(compiled, answers, { ...scored, evidenced, carried: notesOfCarried(compiled.definition, carriedFromRows(row.answers), words) }, words),
    submittedAt: row.submittedAt,
  };
}
