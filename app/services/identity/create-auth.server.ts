import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins";
import type { Database } from "../db/open-database.server.ts";
import { hashPassword, verifyPassword } from "./hash-password.server.ts";
import { passkeyRules } from "./passkey-rules.server.ts";
import { sessionsBegunHere } from "./sessions-begun-here.server.ts";
import { settleNewPassword } from "./settle-new-password.server.ts";
import { singleUseCodes } from "./single-use-codes.server.ts";

export type Passwords = { hash: typeof hashPassword; verify: typeof verifyPassword };
/** `passwords` are ours unless given. */
export type AuthSettings = { db: Database; origin: string; secret: string; passwords?: Passwords };
export type Auth = ReturnType<typeof createAuth>;

const DAY_SECONDS = 24 * 60 * 60;
/** For how long wrong codes of a second factor lock it. */
export const CODE_LOCK_SECONDS = 15 * 60;

/** Who somebody is (decision 0005): people, passwords, second factors, sessions. Organisations and roles are ours and not in here. */
export function createAuth({ db, origin, secret, passwords = { hash: hashPassword, verify: verifyPassword } }: AuthSettings) {
  const secure = origin.startsWith("https:");
  return betterAuth({
    appName: "Pinhigh",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    user: { modelName: "person" },
    account: { modelName: "credential" },
    // A session ends thirty days after signing in, used or not: what its cookie says and what the database says stay the same.
    // How fresh it is does not matter: what matters asks for the password again.
    session: { expiresIn: 30 * DAY_SECONDS, disableSessionRefresh: true, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => settleNewPassword(db, user.id, { provesAddress: true }),
      password: passwords,
    },
    // A database that is read by a stranger opens no link that is still on its way.
    verification: { storeIdentifier: "hashed" },
    // Ours counts by account too and is shared by all processes (rate-limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its warnings name addresses.
    logger: { level: "error" },
    advanced: {
      // "__Host-" binds a cookie to this host, https and the whole site. The library's own switch would put "__Secure-" before it.
      cookiePrefix: cookiePrefix(origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure },
      ipAddress: { disableIpTracking: true },
      database: { generateId: false },
    },
    plugins: [
      sessionsBegunHere,
      singleUseCodes(db),
      twoFactor({ issuer: "Pinhigh", accountLockout: { maxFailedAttempts: 10, durationSeconds: CODE_LOCK_SECONDS } }),
      passkey({ rpID: new URL(origin).hostname, rpName: "Pinhigh", origin, ...passkeyRules }),
    ],
  });
}

/** What the names of our cookies of identity begin with. */
export function cookiePrefix(origin: string): string {
  return origin.startsWith("https:") ? "__Host-pinhigh" : "pinhigh";
}

/** The name of the cookie that a session is in. */
export function sessionCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.session_token`;
}
