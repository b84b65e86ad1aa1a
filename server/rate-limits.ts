import { createHmac, randomBytes } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { type LimitClass, limitClassOf, secretAt, takesKey } from "#app/services/access/route-registry.server.ts";
import { networkOf } from "#app/services/env/network-of.server.ts";
import { refuse } from "./refuse.ts";

/** Requests a minute from one address (of IPv6 from one network of 64 bits), by what the route registry counts them as; `keys`: with one key to the API, from wherever they come; `links`: from one address with one link; `misses`: with links that there are not. `answers`: screens of questions and saved answers, from one address; `respondents`: with one link of them; `missedAnswers`: with links that there are not. */
export type RateLimits = Record<LimitClass | "keys" | "misses" | "respondents" | "missedAnswers", number>;

/**
 * A start makes a row that stays, so there are fewer of those; still enough for a hall of people behind one address. Identity hashes
 * passwords, which is meant to be slow, and counts by account as well (account-limits.server.ts). A personal link begins one response however often it is sent, and an open one a response each
 * time: with each of them as much as a start. Who guesses links has another one each time, and finds nothing.
 *
 * Answers are saved one by one: a thousand people behind one address, each with twelve requests a minute, are within `answers`; nobody alone makes as many as `respondents`.
 */
export const RATE_LIMITS: RateLimits = {
  reads: 1200,
  writes: 600,
  plans: 120,
  starts: 200,
  identity: 120,
  keys: 300,
  links: 200,
  misses: 60,
  answers: 12_000,
  respondents: 300,
  missedAnswers: 600,
};

/** Counted by each process alone: what is asked for so often that the database need not be asked about it first. */
const IN_MEMORY: ReadonlySet<keyof RateLimits> = new Set(["reads", "answers", "missedAnswers"]);

/**
 * Limits by address, by link where many come by links of their own, and by key where one is asked for, in the database when processes share one (with this process's memory as insurance when it does
 * not answer), else in memory. Addresses are kept only as hashes under a key that is not in the database.
 * @param secret what the processes of one installation share; absent: this process alone
 */
export function rateLimits(limits: RateLimits, pool: pg.Pool | null, secret: string | undefined): RequestHandler {
  const key = secret ?? randomBytes(32).toString("hex");
  const limiter = (name: keyof RateLimits): RateLimiterAbstract => {
    const options = { keyPrefix: name, points: limits[name], duration: 60 };
    const memory = new RateLimiterMemory(options);
    if (!pool || IN_MEMORY.has(name)) return memory;
    return new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory });
  };
  const limiters = {
    reads: limiter("reads"),
    writes: limiter("writes"),
    plans: limiter("plans"),
    starts: limiter("starts"),
    identity: limiter("identity"),
    keys: limiter("keys"),
    links: limiter("links"),
    misses: limiter("misses"),
    answers: limiter("answers"),
    respondents: limiter("respondents"),
    missedAnswers: limiter("missedAnswers"),
  };
  const hashOf = (text: string) => createHmac("sha256", key).update(text).digest("base64url").slice(0, 22);
  /** By address first, then by the link. Misses are counted once they are known to be: what is under way at this moment is not held back. */
  async function admitLink(address: string, link: string, by: Record<"address" | "link" | "misses", keyof RateLimits>, response: Response): Promise<void> {
    await limiters[by.address].consume(hashOf(address));
    const missed = await limiters[by.misses].get(hashOf(address));
    if (missed && missed.consumedPoints >= limits[by.misses]) throw missed;
    await limiters[by.link].consume(hashOf(`${address} ${link}`));
    response.once("finish", () => {
      if (response.statusCode === 404) limiters[by.misses].consume(hashOf(address)).catch(() => undefined);
    });
  }
  async function admit(request: Request, response: Response): Promise<void> {
    const route = response.locals.route ?? null;
    const address = networkOf(request.ip);
    const name = limitClassOf(route, request.method);
    const link = (route && secretAt(route, request.path)) ?? "";
    // By address links count as whatever else is read and written.
    if (name === "links") return admitLink(address, link, { address: limitClassOf(null, request.method), link: "links", misses: "misses" }, response);
    if (name === "answers") return admitLink(address, link, { address: "answers", link: "respondents", misses: "missedAnswers" }, response);
    await limiters[name].consume(hashOf(address));
    // By address first, so that whoever sends a new key with each request is held up too.
    if (takesKey(route) && request.headers.authorization) await limiters.keys.consume(hashOf(request.headers.authorization));
  }
  return (request, response, next) => {
    admit(request, response)
      .then(() => next())
      .catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) return next(refused);
        response.set("Retry-After", String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000))));
        refuse(request, response, 429, "too-many-requests", ({ say }) => say("refusals:tooMany"));
      });
  };
}
