import { evenTime } from "./even-time.server.ts";
import { browserHeaders, cookiesFrom } from "./browser-headers.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { refusalCode } from "./library-refusal.server.ts";

/** `cookies`: headers for the browser. */
export type SignInOutcome =
  | { kind: "signed-in"; cookies: Headers }
  /** The password was right; a code is still to come. */
  | { kind: "second-step"; cookies: Headers }
  /** The password was right; the address was never shown to be theirs. */
  | { kind: "unverified" }
  /** Wrong, or there is no such account: the same. */
  | { kind: "refused" }
  /** Too many tries for this address, whether it has an account or not. */
  | { kind: "wait"; seconds: number };

/**
 * Signs in by password. There is always a new session: one that the browser brought along is not used. Wrong password, no
 * account and too many tries take the same time.
 */
export function signIn(identity: Identity, { address, password }: { address: string; password: string }, request: Request): Promise<SignInOutcome> {
  return evenTime(
    () => attempt(identity, address, password, request),
    ({ kind }) => kind !== "refused" && kind !== "wait",
  );
}

async function attempt({ auth, limits }: Identity, address: string, password: string, request: Request): Promise<SignInOutcome> {
  const seconds = await limits.take("passwords", address);
  if (seconds !== null) return { kind: "wait", seconds };
  try {
    const { response, headers } = await auth.api.signInEmail({ body: { email: address, password }, headers: browserHeaders(request), returnHeaders: true });
    await limits.forgive("passwords", address);
    return { kind: "twoFactorRedirect" in response ? "second-step" : "signed-in", cookies: cookiesFrom(headers) };
  } catch (error) {
    if (refusalCode(error) !== "EMAIL_NOT_VERIFIED") return { kind: "refused" };
    await limits.forgive("passwords", address);
    return { kind: "unverified" };
  }
}
