import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";

const METHODS = ["GET", "HEAD", "POST"];

/**
 * Settles what Remix takes on trust. It builds its URL from `Host`, `X-Forwarded-Host` and `X-Forwarded-Proto`, which are
 * the sender's to choose: all give way to the configured origin. It runs an action for any method that is not a read, so that a form
 * would be posted by DELETE as well: only the methods that forms have go on. And it still answers `?_data=`, the way of asking for a
 * part of a page that it has left itself, with an error of its own and a stack in the log.
 */
export function plainRequest({ origin }: { origin: () => string }): RequestHandler {
  return (request, response, next) => {
    if (!request.url.startsWith("/")) return refuse(request, response, 400, "malformed-target", ({ say }) => say("refusals:unreadable"));
    if (!METHODS.includes(request.method)) {
      response.set("Allow", METHODS.join(", "));
      return refuse(request, response, 405, "method-not-allowed", ({ say }) => say("refusals:method"));
    }
    // As Remix reads it: of an address that begins with two strokes the rest is no host.
    if (new URL(`http://localhost${request.url}`).searchParams.has("_data")) {
      return refuse(request, response, 400, "unreadable", ({ say }) => say("refusals:unreadable"));
    }
    const { host, protocol } = new URL(origin());
    request.headers.host = host;
    request.headers["x-forwarded-proto"] = protocol.slice(0, -1);
    delete request.headers["x-forwarded-host"];
    next();
  };
}
