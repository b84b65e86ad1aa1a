import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type pg from "pg";
import type { Logger } from "pino";
import { networkOf } from "#app/services/env/network-of.server.ts";
import { CACHE_CONTROL, type RouteEntry, routeAt } from "#app/services/access/route-registry.server.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { BODY_LIMIT, bodyLimit } from "./body-limit.ts";
import { settleLanguage } from "./language-of.ts";
import { type FilesAtOnce, filesAtOnce } from "./files-at-once.ts";
import { createMetrics } from "./metrics.ts";
import { originGuard } from "./origin-guard.ts";
import { type RateLimits, rateLimits } from "./rate-limits.ts";
import { plainRequest } from "./plain-request.ts";
import { refuse } from "./refuse.ts";
import { requestLog } from "./request-log.ts";
import { roomToWrite } from "./room-to-write.ts";
import { securityHeaders } from "./security-headers.ts";
import { unavailable } from "./unavailable.ts";

declare module "express-serve-static-core" {
  interface Locals {
    /** Absent before it was looked for; null where there is none. */
    route?: RouteEntry | null;
  }
}

export type ApplicationSettings = {
  appUrl: string;
  /** The public origin; known for certain once the server listens. */
  origin: () => string;
  trustedProxyHops: number;
  limits: RateLimits;
  files: FilesAtOnce;
  pool: pg.Pool | null;
  databaseUrl: string | undefined;
  log: Logger;
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the browser's files. */
  assets: RequestHandler[];
  mode: "production" | "development";
};

/** The HTTP application around Remix. */
export function createApplication(settings: ApplicationSettings): Express {
  const { log } = settings;
  const metrics = createMetrics();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustedProxyHops);
  app.use(requestLog(log, metrics));
  app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  app.get("/readyz", (_request, response, next) => {
    settings
      .isReady()
      .then((ready) =>
        response
          .status(ready ? 200 : 503)
          .type("text/plain")
          .send(ready ? "ready\n" : "the database does not answer\n"),
      )
      .catch(next);
  });
  app.get("/metrics", (_request, response, next) => {
    metrics
      .text()
      .then((text) => response.type(metrics.contentType).send(text))
      .catch(next);
  });
  app.use(securityHeaders({ https: settings.appUrl.startsWith("https:"), development: settings.mode === "development" }));
  app.use(compression());
  app.use(settleLanguage);
  app.use(...settings.assets);
  app.use(plainRequest(settings));
  app.use(settleRoute);
  app.use(rateLimits(settings.limits, settings.pool, settings.databaseUrl));
  app.use(originGuard(settings));
  app.use(filesAtOnce(settings.files));
  app.use(bodyLimit(BODY_LIMIT));
  app.use(cacheRule);
  app.use(unavailable);
  app.all(
    "*",
    createRequestHandler({
      build: settings.build,
      mode: settings.mode,
      getLoadContext: (request, response) => ({
        language: response.locals.language ?? SOURCE_LANGUAGE,
        network: networkOf(request.ip),
        nonce: String(response.locals["nonce"]),
        onDatabaseGone: () => (response.locals["databaseGone"] = true),
        roomToWrite: () => roomToWrite(response),
      }),
    }),
  );
  app.use(lastResort(log));
  return app;
}

/** Finds the route's entry in the registry: what it counts as, and whether it may be kept. Nothing that is not in there may. */
const settleRoute: RequestHandler = (request, response, next) => {
  response.locals.route = routeAt(request.path);
  next();
};

const cacheRule: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", CACHE_CONTROL[response.locals.route?.cache ?? "no-store"]);
  next();
};

/** A broken request line or path ends here as 400, anything else as 500, without inner details. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error: Error & { status?: number }, request, response, next) => {
    // Refused in mid-stream: the answer is out, and what the handler says after it is of no interest.
    if (response.writableEnded) return;
    if (response.headersSent) return next(error);
    const status = error.status && error.status < 500 ? error.status : error instanceof URIError ? 400 : 500;
    if (status === 500) log.error({ id: response.locals["requestId"], err: error }, "request failed");
    if (status === 500) refuse(request, response, 500, "our-fault", ({ say }) => say("refusals:ourFault"));
    else refuse(request, response, status, "unreadable", ({ say }) => say("refusals:unreadable"));
  };
}
