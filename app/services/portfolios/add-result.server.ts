import type { Database } from "../db/open-database.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { sealToken } from "./sealed-token.server.ts";

export type AddOutcome = "added" | "already-there" | "unknown";

/** Puts a submitted result into a portfolio. `unknown`: no result has this token, or it is not submitted. */
export async function addResult(
  db: Pick<Database, "response" | "portfolioMember">,
  portfolio: { id: string; token: string },
  resultToken: string,
): Promise<AddOutcome> {
  const response = await db.response.findUnique({
    where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } },
    select: { id: true },
  });
  if (!response) return "unknown";
  const { count } = await db.portfolioMember.createMany({
    data: [{ portfolioId: portfolio.id, responseId: response.id, tokenKind: "result", sealedToken: sealToken(resultToken, portfolio.token) }],
    skipDuplicates: true,
  });
  return count === 1 ? "added" : "already-there";
}
