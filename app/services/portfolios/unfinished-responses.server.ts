import type { Definition } from "#app/domain/assessment/definition.ts";
import { paths } from "#app/paths.ts";
import type { Portfolio } from "./read-portfolio.server.ts";

export type UnfinishedResponse = { hash: string; title: string; begunAt: string; answered: number; questions: number; path: string };

/** What was begun in a portfolio and not submitted, latest first, each with the way back to its questions, or to where they are checked once all are answered. */
export function unfinishedResponses({ responses }: Portfolio): UnfinishedResponse[] {
  return responses
    .flatMap(({ hash, compiled: { definition }, answers, begunAt, submittedAt, takeToken }) =>
      submittedAt === null && takeToken !== null
        ? [unfinished(hash, definition, Object.values(answers).filter((a) => a.state !== "blank").length, begunAt, takeToken)]
        : [],
    )
    .reverse();
}

function unfinished(hash: string, { title, items }: Definition, answered: number, begunAt: Date, takeToken: string): UnfinishedResponse {
  const path = answered === items.length ? paths.takeCheck(takeToken) : paths.take(takeToken);
  return { hash, title, begunAt: begunAt.toISOString(), answered, questions: items.length, path };
}
