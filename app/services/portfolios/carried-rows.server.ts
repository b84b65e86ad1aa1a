import type { Prisma } from "@prisma/client";
import { answerTo } from "#app/domain/assessment/answer.ts";
import { type CarriedAnswer, carryOver, type SharedAnswer } from "#app/domain/assessment/carry-over.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";
import type { Portfolio } from "./read-portfolio.server.ts";

export type CarriedRow = Omit<Prisma.AnswerCreateManyInput, "responseId">;

/** What a response to this assessment takes over from the others of its portfolio, as rows: one for each shared question that was answered there. */
export function carriedRows(definition: Definition, portfolio: Portfolio, now: Date): CarriedRow[] {
  return Object.entries(carryOver(definition, sharedAnswers(portfolio), now)).map(([itemId, carried]) => ({ itemId, ...rowOf(carried) }));
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
