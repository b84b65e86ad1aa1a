import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins";
import type { Database } from "../db/open-database.server.ts";
import { hashPassword, verifyPassword } from "./hash-password.server.ts";

export type AuthSettings = { db: Database; origin: string; secret: string };
export type Auth = ReturnType<typeof createAuth>;

const DAY_SECONDS = 24 * 60 * 60;

/** Who somebody is (decision 0005): people, passwords, second factors, sessions. Organisations and roles are ours and not in here. */
export function createAuth({ db, origin, secret }: AuthSettings) {
  const secure = origin.startsWith("https:");
  return betterAuth({
    appName: "Pinhigh",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    user: { modelName: "person" },
    account: { modelName: "credential" },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // A database that is read by a stranger opens no link that is still on its way.
    verification: { storeIdentifier: "hashed" },
    // Ours counts by account too and is shared by all processes (rate-limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: "pinhigh",
      useSecureCookies: secure,
      ipAddress: { disableIpTracking: true },
      database: { generateId: false },
    },
    plugins: [twoFactor({ issuer: "Pinhigh" }), passkey({ rpID: new URL(origin).hostname, rpName: "Pinhigh", origin })],
  });
}
