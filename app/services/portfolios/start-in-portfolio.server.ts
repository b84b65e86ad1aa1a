import type { Prisma } from "@prisma/client";
import { type CarriedAnswer, carryOver, type SharedAnswer } from "#app/domain/assessment/carry-over.ts";
import { answerTo } from "#app/domain/assessment/answer.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { newToken, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";
import type { Portfolio } from "./read-portfolio.server.ts";
import { openToken, sealToken } from "./sealed-token.server.ts";

/**
 * Begins a response within a portfolio, or goes on with one to this version that was begun there and not submitted, so that
 * two clicks make one. Questions that stand in another assessment of it begin with the answer given there; one older than 90
 * days is only shown, to be given again.
 */
export async function startInPortfolio(db: Database, portfolio: Portfolio, { definition, hash }: AssessmentEntry, now: Date): Promise<{ takeToken: string }> {
  const carried = carryOver(definition, sharedAnswers(portfolio), now);
  return db.$transaction(async (tx) => {
    // Starts in one portfolio wait for each other here: the second finds what the first began.
    await tx.$queryRaw`SELECT id FROM portfolio WHERE id = ${portfolio.id}::uuid FOR UPDATE`;
    const begun = await tx.portfolioMember.findFirst({
      where: { portfolioId: portfolio.id, tokenKind: "take", response: { assessmentHash: hash, submittedAt: null } },
      orderBy: { addedAt: "desc" },
      select: { sealedToken: true },
    });
    if (begun) return { takeToken: openToken(begun.sealedToken, portfolio.token) };
    const takeToken = newToken();
    await tx.response.create({
      data: {
        takeTokenHash: tokenHash(takeToken),
        resultTokenHash: tokenHash(resultTokenOf(takeToken)),
        assessmentHash: hash,
        answers: { create: Object.entries(carried).map(([itemId, answer]) => ({ itemId, ...rowOf(answer) })) },
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

function sharedAnswers({ responses }: Portfolio): SharedAnswer[] {
  return responses.flatMap(({ compiled, answers, origins }) =>
    compiled.definition.items.flatMap((item): SharedAnswer[] => {
      const origin = origins[item.id];
      return item.shared !== undefined && origin ? [{ shared: item.shared, answer: answerTo(answers, item.id), ...origin }] : [];
    }),
  );
}

/** One that has to be given again is blank; what it was stays in `value`, to be shown. */
function rowOf({ answer, from, stale }: CarriedAnswer) {
  const origin = { carriedFrom: from.assessment, carriedOn: from.on };
  const { value, ...rest } = rowFromAnswer(answer);
  if (!stale) return { ...origin, ...rest, ...(value === null ? {} : { value }) };
  return { ...origin, state: "blank", value: answer as Prisma.InputJsonObject };
}
