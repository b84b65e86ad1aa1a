import { paths } from "#app/paths.ts";
import type { Portfolio } from "./read-portfolio.server.ts";

export type UnfinishedResponse = { hash: string; title: string; begunAt: string; answered: number; questions: number; path: string };

/** What was begun in a portfolio and not submitted, latest first, each with the way back to its questions. */
export function unfinishedResponses({ responses }: Portfolio): UnfinishedResponse[] {
  return responses
    .flatMap(({ hash, compiled: { definition }, answers, begunAt, submittedAt, takeToken }) =>
      submittedAt === null && takeToken !== null
        ? [
            {
              hash,
              title: definition.title,
              begunAt: begunAt.toISOString(),
              answered: Object.values(answers).filter((a) => a.state !== "blank").length,
              questions: definition.items.length,
              path: paths.take(takeToken),
            },
          ]
        : [],
    )
    .reverse();
}
