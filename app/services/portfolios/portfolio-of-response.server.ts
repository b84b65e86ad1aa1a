import type { Database } from "../db/open-database.server.ts";
import { openToken } from "./sealed-token.server.ts";

/** The token of the portfolio a response was begun in, for whoever holds its take token; null when it stands alone. */
export async function portfolioOfResponse(db: Database, responseId: string, takeToken: string): Promise<string | null> {
  const member = await db.portfolioMember.findFirst({
    where: { responseId, sealedPortfolio: { not: null } },
    select: { sealedPortfolio: true },
  });
  return member?.sealedPortfolio ? openToken(member.sealedPortfolio, takeToken) : null;
}
