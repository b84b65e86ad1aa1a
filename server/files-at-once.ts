import type { RequestHandler } from "express";
import { networkOf } from "#app/services/env/network-of.server.ts";
import { BODY_LIMIT } from "./body-limit.ts";
import { refuse } from "./refuse.ts";

/** How many files are on their way at once, from everywhere and from (or to) one address (of IPv6 one network of 64 bits). */
export type FilesAtOnce = Record<"uploads" | "downloads", { all: number; address: number }>;

/** An upload stands in memory until it is stored, a few times over; of a download a chunk or two do. */
export const FILES_AT_ONCE: FilesAtOnce = { uploads: { all: 6, address: 3 }, downloads: { all: 24, address: 6 } };
const RETRY_AFTER_S = 5;

/** Holds files to a number at once in this process: 429 for an address that has as many on their way as it may, 503 where everybody together has. Anything else passes. */
export function filesAtOnce(limits: FilesAtOnce): RequestHandler {
  const under = { uploads: new Map<string, number>(), downloads: new Map<string, number>() };
  return (request, response, next) => {
    const { largestBody, givesFile } = response.locals.route ?? {};
    // A length that is not said may be any.
    const isLarge = !(Number(request.get("Content-Length")) <= BODY_LIMIT);
    const kind = request.method === "POST" && largestBody !== undefined && isLarge ? "uploads" : request.method === "GET" && givesFile ? "downloads" : null;
    if (kind === null) return next();
    const [counts, address] = [under[kind], networkOf(request.ip)];
    const own = counts.get(address) ?? 0;
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (own >= limits[kind].address || all >= limits[kind].all) {
      response.set("Retry-After", String(RETRY_AFTER_S));
      return refuse(request, response, own >= limits[kind].address ? 429 : 503, "too-many-files", ({ say }) => say("refusals:tooManyFiles"));
    }
    counts.set(address, own + 1);
    response.once("close", () => {
      const left = counts.get(address)! - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
    next();
  };
}
