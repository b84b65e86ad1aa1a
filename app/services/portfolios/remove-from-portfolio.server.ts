import type { Database } from "../db/open-database.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";

/** Takes a response out of a portfolio; its answers stay where they are. One that is not in it is out of it already. */
export async function removeFromPortfolio(db: Database, portfolio: { id: string }, resultToken: string): Promise<void> {
  await db.portfolioMember.deleteMany({ where: { portfolioId: portfolio.id, response: { resultTokenHash: tokenHash(resultToken) } } });
}
