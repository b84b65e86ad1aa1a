import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** A session that our own code begins for somebody, without a password. It has no path, so that no request reaches it. */
export const sessionsBegunHere = {
  id: "sessions-begun-here",
  endpoints: {
    beginSession: createAuthEndpoint({ method: "POST", body: z.strictObject({ personId: z.uuid() }) }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(ctx.body.personId);
      if (!user) throw new APIError("NOT_FOUND", { code: "USER_NOT_FOUND", message: "Nobody has this id" });
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({});
    }),
  },
} satisfies BetterAuthPlugin;
