import { createHmac } from "node:crypto";
import type pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

const MINUTE_SECONDS = 60;
/** What is counted, for an account by its mail address, whether somebody has it or not. */
const LIMITS = {
  /** Wrong passwords for an account; a right one clears them. Each browser that is known to it has a count of its own, and all strangers have one together. */
  passwords: { points: 10, duration: 15 * MINUTE_SECONDS },
  /** Wrong passwords from one network, for whatever accounts, by strangers to them. */
  networks: { points: 30, duration: 15 * MINUTE_SECONDS },
  /** Mails that a stranger can have sent to somebody. */
  mails: { points: 5, duration: 60 * MINUTE_SECONDS },
} as const;
type Kind = keyof typeof LIMITS;

export type AccountLimits = {
  /**
   * Counts one. @param of mail address or network
   * @param browser the id of one that is known to the account, which is then counted apart
   * @returns null, or after how many seconds to try again
   */
  take(kind: Kind, of: string, browser?: string | null): Promise<number | null>;
  /** Begins the count anew. */
  forgive(kind: Kind, of: string, browser?: string | null): Promise<void>;
  /** Takes one back that was counted and turned out to be nothing to count. */
  giveBack(kind: Kind, of: string): Promise<void>;
};

/**
 * Limits by what was tried, beside those by how often one asks (server/rate-limits.ts): a password is not found out by asking from many
 * places, nor an account with a common one by asking for many. In the database when processes share one, else in memory; addresses are
 * kept only as hashes under a key that is not in the database.
 */
export function createAccountLimits({ pool, secret }: { pool: pg.Pool | null; secret: string }): AccountLimits {
  const limiter = (kind: Kind): RateLimiterAbstract => {
    const options = { keyPrefix: kind, ...LIMITS[kind] };
    const memory = new RateLimiterMemory(options);
    if (!pool) return memory;
    return new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory });
  };
  const limiters: Record<Kind, RateLimiterAbstract> = { passwords: limiter("passwords"), networks: limiter("networks"), mails: limiter("mails") };
  const keyOf = (of: string, browser: string | null) =>
    createHmac("sha256", secret)
      .update(browser === null ? of : `${of}\n${browser}`)
      .digest("base64url")
      .slice(0, 22);
  return {
    async take(kind, of, browser = null) {
      try {
        await limiters[kind].consume(keyOf(of, browser));
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    async forgive(kind, of, browser = null) {
      await limiters[kind].delete(keyOf(of, browser));
    },
    async giveBack(kind, of) {
      await limiters[kind].reward(keyOf(of, null));
    },
  };
}
