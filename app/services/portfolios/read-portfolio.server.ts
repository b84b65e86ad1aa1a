import type { DatedAssessment } from "#app/domain/scoring/portfolio-pillars.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Language } from "#app/words/language.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import { ANSWER_COLUMNS, answersFromRows } from "../responses/stored-answer.server.ts";
import { openToken } from "./sealed-token.server.ts";

export type PortfolioResponse = DatedAssessment & {
  /** Of the version that was answered. */
  hash: string;
  /** What `compiled` is in. */
  language: Language;
  /** The version in English. */
  source: Definition;
  begunAt: Date;
  submittedAt: Date | null;
  /** Null where only the result was added. */
  takeToken: string | null;
  resultToken: string;
};

/** Responses in the order they came in. */
export type Portfolio = { id: string; token: string; responses: PortfolioResponse[] };

/** Everything a portfolio token opens, in a language as far as each version is translated; null for a token nobody was given. */
export async function readPortfolio(db: Database, token: string, wanted: Language): Promise<Portfolio | null> {
  const row = await db.portfolio.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      id: true,
      members: {
        orderBy: [{ addedAt: "asc" }, { responseId: "asc" }],
        select: {
          tokenKind: true,
          sealedToken: true,
          response: {
            select: {
              assessmentHash: true,
              createdAt: true,
              submittedAt: true,
              answers: { select: { ...ANSWER_COLUMNS, updatedAt: true, carriedFrom: true, carriedOn: true } },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const responses = row.members.map(async ({ tokenKind, sealedToken, response }): Promise<PortfolioResponse> => {
    const { compiled, language, source } = await compiledVersionIn(db, response.assessmentHash, wanted);
    const { slug } = compiled.definition;
    const opened = openToken(sealedToken, token);
    const origins = response.answers.map((a) => [a.itemId, { assessment: a.carriedFrom ?? slug, on: a.carriedOn ?? a.updatedAt }]);
    return {
      hash: response.assessmentHash,
      compiled,
      language,
      source,
      answers: answersFromRows(response.answers),
      origins: Object.fromEntries(origins),
      begunAt: response.createdAt,
      submittedAt: response.submittedAt,
      takeToken: tokenKind === "take" ? opened : null,
      resultToken: tokenKind === "take" ? resultTokenOf(opened) : opened,
    };
  });
  return { id: row.id, token, responses: await Promise.all(responses) };
}
