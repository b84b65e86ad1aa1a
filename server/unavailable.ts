import type { RequestHandler } from "express";

const RETRY_AFTER_SECONDS = "5";

/**
 * Remix answers 500 to whatever a loader or an action throws. When that was a database that does not answer (see
 * `handleError` in app/entry.server.tsx), the visitor and every program between hear 503. This and every other 503, such
 * as that of a busy planner, says when to try again.
 */
export const unavailable: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
  response.writeHead = ((status: number, ...others: unknown[]) => {
    const said = status === 500 && response.locals["databaseGone"] ? 503 : status;
    if (said === 503) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    return writeHead(said, ...others);
  }) as typeof response.writeHead;
  next();
};
