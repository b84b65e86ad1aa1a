import type { Request, RequestHandler } from "express";
import { refuse } from "./refuse.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * One guard for every state-changing request, before Remix: pages, `.data` requests and resource routes alike. The
 * browser's own word (`Sec-Fetch-Site`) comes first, then `Origin` against the configured public origin; both must be
 * right where both are there. A request with neither does not come from a browser's page and carries nobody's authority.
 */
export function originGuard({ origin }: { origin: () => string }): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || comesFromHere(request, origin())) {
      // Remix would look at it again, for reads too, and answer 500 where it is "null".
      delete request.headers.origin;
      return next();
    }
    refuse(request, response, 403, "cross-site", ({ say }) => say("refusals:crossSite"));
  };
}

function comesFromHere(request: Request, here: string): boolean {
  const site = request.get("Sec-Fetch-Site");
  const origin = request.get("Origin");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return origin === undefined || origin === here || (site !== undefined && areBothLocal(origin, here));
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** On one's own machine the same server is reached by several names; the browser has already said that the page is ours. */
function areBothLocal(origin: string, here: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [from, to] = [new URL(origin), new URL(here)];
  return LOOPBACK.has(from.hostname) && LOOPBACK.has(to.hostname) && from.port === to.port && from.protocol === to.protocol;
}
