import type { Database } from "../db/open-database.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { hasRoom } from "./make-room.server.ts";
import { sealToken } from "./sealed-token.server.ts";

export type AddOutcome = "added" | "already-there" | "unknown" | "full";

/** Puts a submitted result into a portfolio. `unknown`: no result has this token, or it is not submitted. */
export async function addResult(db: Database, portfolio: { id: string; token: string }, resultToken: string): Promise<AddOutcome> {
  const response = await db.response.findUnique({
    where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } },
    select: { id: true },
  });
  if (!response) return "unknown";
  const key = { portfolioId: portfolio.id, responseId: response.id };
  return db.$transaction(async (tx) => {
    const room = await hasRoom(tx, portfolio.id);
    if ((await tx.portfolioMember.count({ where: key })) > 0) return "already-there";
    if (!room) return "full";
    await tx.portfolioMember.create({
      data: { ...key, tokenKind: "result", sealedToken: sealToken(resultToken, portfolio.token) },
      select: { responseId: true },
    });
    return "added";
  });
}
