import { createHash } from "node:crypto";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import type { BetterAuthPlugin } from "better-auth";
import type { Database } from "../db/open-database.server.ts";

/**
 * A code of an authenticator app counts once. The library would take it again for as long as it is valid (a minute and a half), so it is written
 * down before it is looked at: of many that come at the same moment one can be written.
 */
export function singleUseCodes(db: Database): BetterAuthPlugin {
  return {
    id: "single-use-codes",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === "/two-factor/verify-totp",
          handler: createAuthMiddleware(async (ctx) => {
            const { secret, createAuthCookie, internalAdapter } = ctx.context;
            const session = await getSessionFromCtx(ctx);
            const challenge = session ? null : await ctx.getSignedCookie(createAuthCookie("two_factor").name, secret);
            const userId = session?.user.id ?? (challenge ? (await internalAdapter.findVerificationValue(challenge))?.value : undefined);
            // Whose code it is cannot be told; the library says so.
            if (userId === undefined) return;
            if (!(await isFirstUse(db, userId, String(ctx.body?.code)))) {
              throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
            }
          }),
        },
      ],
    },
  };
}

async function isFirstUse(db: Database, userId: string, code: string): Promise<boolean> {
  const codeHash = createHash("sha256").update(code).digest("hex");
  const { count } = await db.usedCode.createMany({ data: [{ userId, codeHash }], skipDuplicates: true });
  return count === 1;
}
