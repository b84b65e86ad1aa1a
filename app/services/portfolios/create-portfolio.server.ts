import type { Database } from "../db/open-database.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import { sealToken } from "./sealed-token.server.ts";

/**
 * Makes a portfolio, empty or with a result in it (`null`: what was given is no result's address). Returns its token, the
 * only way back to it; null, and nothing made, when there is no such result.
 */
export async function createPortfolio(db: Database, resultToken?: string | null): Promise<string | null> {
  if (resultToken === null) return null;
  const token = newToken();
  const result =
    resultToken === undefined
      ? undefined
      : await db.response.findUnique({ where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } }, select: { id: true } });
  if (result === null) return null;
  const members = result && { create: { responseId: result.id, tokenKind: "result", sealedToken: sealToken(resultToken!, token) } };
  await db.portfolio.create({ data: { tokenHash: tokenHash(token), ...(members && { members }) }, select: { id: true } });
  return token;
}
