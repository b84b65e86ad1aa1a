import { createHmac, randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import type pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { type LimitClass, limitClassOf, takesKey } from "#app/services/access/route-registry.server.ts";
import { networkOf } from "#app/services/env/network-of.server.ts";
import { refuse } from "./refuse.ts";

/** Requests a minute from one address (of IPv6 from one network of 64 bits), by what the route registry counts them as; `keys`: with one key to the API, from wherever they come. */
export type RateLimits = Record<LimitClass | "keys", number>;

/**
 * A start makes a row that stays, so there are fewer of those; still enough for a hall of people behind one address. Identity hashes
 * passwords, which is meant to be slow, and counts by account as well (account-limits.server.ts).
 */
export const RATE_LIMITS: RateLimits = { reads: 1200, writes: 600, plans: 120, starts: 200, identity: 120, keys: 300 };

/**
 * Limits by address, and by key where one is asked for, in the database when processes share one (with this process's memory as insurance when it does
 * not answer), else in memory. Addresses are kept only as hashes under a key that is not in the database.
 * @param secret what the processes of one installation share; absent: this process alone
 */
export function rateLimits(limits: RateLimits, pool: pg.Pool | null, secret: string | undefined): RequestHandler {
  const key = secret ?? randomBytes(32).toString("hex");
  const limiter = (name: keyof RateLimits): RateLimiterAbstract => {
    const options = { keyPrefix: name, points: limits[name], duration: 60 };
    const memory = new RateLimiterMemory(options);
    if (!pool || name === "reads") return memory;
    return new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory });
  };
  const limiters = {
    reads: limiter("reads"),
    writes: limiter("writes"),
    plans: limiter("plans"),
    starts: limiter("starts"),
    identity: limiter("identity"),
    keys: limiter("keys"),
  };
  const hashOf = (text: string) => createHmac("sha256", key).update(text).digest("base64url").slice(0, 22);
  return (request, response, next) => {
    const route = response.locals.route ?? null;
    limiters[limitClassOf(route, request.method)]
      .consume(hashOf(networkOf(request.ip)))
      // By address first, so that whoever sends a new key with each request is held up too.
      .then(() => (takesKey(route) && request.headers.authorization ? limiters.keys.consume(hashOf(request.headers.authorization)) : null))
      .then(() => next())
      .catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) return next(refused);
        response.set("Retry-After", String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000))));
        refuse(request, response, 429, "too-many-requests", ({ say }) => say("refusals:tooMany"));
      });
  };
}
