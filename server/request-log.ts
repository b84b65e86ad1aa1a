import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { withoutSecrets } from "#app/services/access/route-registry.server.ts";
import type { Metrics } from "./metrics.ts";

/**
 * One line a request: id, route, status, duration. Tokens stand in paths, so the route is logged with its tokens
 * struck out; no addresses, no answers. Written when the connection closes, so that a broken one is seen too.
 */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begun = process.hrtime.bigint();
    const id = randomUUID();
    const route = withoutSecrets(request.path);
    response.locals["requestId"] = id;
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      metrics.observe(request.method, response.statusCode, seconds);
      if (route.startsWith("/assets/") || route.startsWith("/healthz")) return;
      log.info(
        {
          id,
          method: request.method,
          route,
          status: response.statusCode,
          ms: Math.round(seconds * 1e4) / 10,
          ...(response.writableFinished ? {} : { cut: true }),
        },
        "request",
      );
    });
    next();
  };
}
