import { createHmac } from "node:crypto";
import type pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

const MINUTE_SECONDS = 60;
/** What is counted for one mail address, whether somebody has it or not. */
const LIMITS = {
  /** Wrong passwords; a right one clears them. */
  passwords: { points: 10, duration: 15 * MINUTE_SECONDS },
  /** Mails that a stranger can have sent to somebody. */
  mails: { points: 5, duration: 60 * MINUTE_SECONDS },
} as const;
type Kind = keyof typeof LIMITS;

export type AccountLimits = {
  /** Counts one. @returns null, or after how many seconds to try again */
  take(kind: Kind, address: string): Promise<number | null>;
  forgive(kind: Kind, address: string): Promise<void>;
};

/**
 * Limits by account, beside those by network address: a password is not found out by asking from many places. In the database
 * when processes share one, else in memory; addresses are kept only as hashes under a key that is not in the database.
 */
export function createAccountLimits({ pool, secret }: { pool: pg.Pool | null; secret: string }): AccountLimits {
  const limiter = (kind: Kind): RateLimiterAbstract => {
    const options = { keyPrefix: kind, ...LIMITS[kind] };
    const memory = new RateLimiterMemory(options);
    if (!pool) return memory;
    return new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory });
  };
  const limiters: Record<Kind, RateLimiterAbstract> = { passwords: limiter("passwords"), mails: limiter("mails") };
  const keyOf = (address: string) => createHmac("sha256", secret).update(address).digest("base64url").slice(0, 22);
  return {
    async take(kind, address) {
      try {
        await limiters[kind].consume(keyOf(address));
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    async forgive(kind, address) {
      await limiters[kind].delete(keyOf(address));
    },
  };
}
