import { browserHeaders, cookiesFrom } from "./browser-headers.server.ts";
import { CODE_LOCK_SECONDS } from "./create-auth.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { rememberBrowser } from "./known-browser.server.ts";
import { refusalCode } from "./library-refusal.server.ts";

export type SecondStepOutcome =
  | { kind: "signed-in"; cookies: Headers }
  /** Wrong, or used before. */
  | { kind: "refused" }
  /** Too many wrong codes for this account. */
  | { kind: "locked"; seconds: number }
  /** The password was too long ago, or too many codes were wrong: to begin again. */
  | { kind: "over" };

/** Whether a browser is between password and code. */
export async function isAtSecondStep({ auth }: Identity, request: Request): Promise<boolean> {
  return browserHeaders(request, [await challengeCookie(auth)]).has("cookie");
}

/** Finishes signing in with a code of an authenticator app, or one of the recovery codes. Each works once. */
export async function finishSignIn(identity: Identity, code: string, request: Request): Promise<SecondStepOutcome> {
  const { auth } = identity;
  // Only the challenge: beside a session of somebody else's the library would look at that instead.
  const asked = { body: { code }, headers: browserHeaders(request, [await challengeCookie(auth)]), returnHeaders: true } as const;
  try {
    const { response, headers } = await (code.includes("-") ? auth.api.verifyBackupCode(asked) : auth.api.verifyTOTP(asked));
    const cookies = cookiesFrom(headers);
    cookies.append("Set-Cookie", await rememberBrowser(identity, response.user.email, request));
    return { kind: "signed-in", cookies };
  } catch (error) {
    return MEANINGS[refusalCode(error)] ?? { kind: "over" };
  }
}

const MEANINGS: Record<string, SecondStepOutcome> = {
  INVALID_CODE: { kind: "refused" },
  INVALID_BACKUP_CODE: { kind: "refused" },
  // Since when is not said: after all of it the lock is off for certain.
  ACCOUNT_TEMPORARILY_LOCKED: { kind: "locked", seconds: CODE_LOCK_SECONDS },
};

async function challengeCookie(auth: Identity["auth"]): Promise<string> {
  return (await auth.$context).createAuthCookie("two_factor").name;
}
