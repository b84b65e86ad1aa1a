import type { Request, RequestHandler } from "express";
import { sessionCookieName } from "#app/services/identity/create-auth.server.ts";
import { refuse } from "./refuse.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * One guard for every state-changing request, before Remix: pages, `.data` requests and resource routes alike. The
 * browser's own word (`Sec-Fetch-Site`) comes first, then `Origin` against the configured public origin; both must be
 * right where both are there. A request with neither may come from a program or from an old browser: it is carried out where it brings
 * nobody's session along, for then it has no more authority than anybody else who knows the address.
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
  if (origin === undefined) return site !== undefined || !bringsSession(request, here);
  return origin === here || (site !== undefined && areBothLocal(origin, here));
}

function bringsSession(request: Request, here: string): boolean {
  const name = sessionCookieName(here);
  return (request.get("Cookie") ?? "").split(";").some((cookie) => cookie.split("=")[0]!.trim() === name);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** On one's own machine the same server is reached by several names; the browser has already said that the page is ours. */
function areBothLocal(origin: string, here: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [from, to] = [new URL(origin), new URL(here)];
  return LOOPBACK.has(from.hostname) && LOOPBACK.has(to.hostname) && from.port === to.port && from.protocol === to.protocol;
}
