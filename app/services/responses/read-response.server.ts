import type { Answers } from "#app/domain/assessment/answer.ts";
import type { CarriedAnswer } from "#app/domain/assessment/carry-over.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import type { Language } from "#app/words/language.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { findByToken } from "./find-by-token.server.ts";
import { responseRow } from "./response-row.server.ts";
import { answersFromRows, carriedFromRows } from "./stored-answer.server.ts";

export type OpenResponse = {
  id: string;
  /** Whose it is; null: nobody's. */
  organizationId: string | null;
  compiled: Compiled;
  /** What `compiled` is in. */
  language: Language;
  hash: string;
  answers: Answers;
  /** How often each item was saved; absent: never. */
  revisions: Record<string, number>;
  /** Answers that came from another assessment of the portfolio, by item. */
  carried: Record<string, CarriedAnswer>;
  submitted: boolean;
  /** It was not submitted in time: nothing of it can be changed any more. */
  isClosed: boolean;
};

/** The response a take token leads to, in a language as far as its version is translated; null for a token nobody was given. */
export async function readResponse(db: Database, takeToken: string, language: Language): Promise<OpenResponse | null> {
  const located = await findByToken(db, "take", takeToken, (rows) => responseRow(rows, "take", takeToken));
  if (!located) return null;
  const { found: row, organizationId, asked } = located;
  const version = await compiledVersionIn(db, row.assessmentHash, language);
  return {
    id: row.id,
    organizationId,
    compiled: version.compiled,
    language: version.language,
    hash: row.assessmentHash,
    answers: answersFromRows(row.answers),
    revisions: Object.fromEntries(row.answers.map((a) => [a.itemId, a.revision])),
    carried: carriedFromRows(row.answers),
    submitted: row.submittedAt !== null,
    isClosed: asked === "closed",
  };
}
