import type { AssessmentEntry } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { newToken, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import { carriedRows } from "./carried-rows.server.ts";
import { hasRoom } from "./make-room.server.ts";
import type { Portfolio } from "./read-portfolio.server.ts";
import { openToken, sealToken } from "./sealed-token.server.ts";

/**
 * Begins a response within a portfolio, or goes on with one to this version that was begun there and not submitted, so that
 * two clicks make one. Questions that stand in another assessment of it begin with the answer given there; one older than 90
 * days is only shown, to be given again. Null: the portfolio is full.
 */
export async function startInPortfolio(
  db: Database,
  portfolio: Portfolio,
  { definition, hash }: AssessmentEntry,
  now: Date,
): Promise<{ takeToken: string | null }> {
  return db.$transaction(async (tx) => {
    // Starts in one portfolio wait for each other here: the second finds what the first began.
    const room = await hasRoom(tx, portfolio.id);
    const begun = await tx.portfolioMember.findFirst({
      where: { portfolioId: portfolio.id, tokenKind: "take", response: { assessmentHash: hash, submittedAt: null } },
      orderBy: { addedAt: "desc" },
      select: { sealedToken: true },
    });
    if (begun) return { takeToken: openToken(begun.sealedToken, portfolio.token) };
    if (!room) return { takeToken: null };
    const takeToken = newToken();
    await tx.response.create({
      data: {
        takeTokenHash: tokenHash(takeToken),
        resultTokenHash: tokenHash(resultTokenOf(takeToken)),
        assessmentHash: hash,
        answers: { create: carriedRows(definition, portfolio, now) },
        portfolios: {
          create: {
            portfolioId: portfolio.id,
            tokenKind: "take",
            sealedToken: sealToken(takeToken, portfolio.token),
            sealedPortfolio: sealToken(portfolio.token, takeToken),
          },
        },
      },
      select: { id: true },
    });
    return { takeToken };
  });
}
