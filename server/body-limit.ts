import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";

/** Bytes: the largest page of answers is about 40 kB, the largest API request (every assessment answered) about 100 kB. */
export const BODY_LIMIT = 512 * 1024;
/** For how long the rest of an announced body is taken and thrown away: hanging up at once would lose the answer on its way. */
const LINGER_MS = 1_000;

/**
 * Refuses bodies that are larger than usual, or than what the route is for: at once when their length is announced, and in mid-stream when it is not or was a lie; then the
 * connection is cut, so that nothing more is read. What an answer leaves unread of a body is read and thrown away after it: the next request of the same connection
 * stands behind it, and where a proxy keeps connections that is somebody else's.
 */
export function bodyLimit(usual: number): RequestHandler {
  return (request, response, next) => {
    const limit = response.locals.route?.largestBody ?? usual;
    const tooLarge = () => refuse(request, response, 413, "too-large", ({ say }) => say("refusals:tooLarge", { limit: limit / 1024 }));
    if (Number(request.get("Content-Length") ?? 0) > limit) {
      tooLarge();
      const late = setTimeout(() => request.destroy(), LINGER_MS);
      request.once("close", () => clearTimeout(late)).resume();
      return;
    }
    let read = 0;
    const count = (chunk: Buffer) => {
      read += chunk.length;
      if (read <= limit) return;
      if (response.writableFinished) return request.destroy();
      response.once("finish", () => request.destroy());
      if (response.headersSent) return;
      response.set("Connection", "close");
      tooLarge();
    };
    request.on("data", count);
    request.pause();
    // Node does this itself only for a body that nobody has listened to.
    response.once("finish", () => {
      if (!request.readableEnded) request.removeAllListeners("data").on("data", count).resume();
    });
    next();
  };
}
