import type { Database } from "../db/open-database.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import { addResult } from "./add-result.server.ts";

/**
 * Makes a portfolio, empty or with a result in it (`null`: what was given is no result's address). Returns its token, the
 * only way back to it; null, and nothing made, when there is no such result.
 */
export async function createPortfolio(db: Database, resultToken?: string | null): Promise<string | null> {
  if (resultToken === null) return null;
  const token = newToken();
  return db.$transaction(async (tx) => {
    if (resultToken !== undefined) {
      const found = await tx.response.count({ where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } } });
      if (found === 0) return null;
    }
    const { id } = await tx.portfolio.create({ data: { tokenHash: tokenHash(token) }, select: { id: true } });
    if (resultToken !== undefined) await addResult(tx, { id, token }, resultToken);
    return token;
  });
}
