import { evenTime } from "./even-time.server.ts";
import { browserHeaders, cookiesFrom } from "./browser-headers.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { knownBrowser, rememberBrowser } from "./known-browser.server.ts";
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
  /** Too many tries for this address, whether it has an account or not, or too many from one network. */
  | { kind: "wait"; seconds: number; for: "account" | "network" };

type Given = { address: string; password: string };

/**
 * Signs in by password. There is always a new session: one that the browser brought along is not used. Wrong password, no
 * account and too many tries take the same time. A browser that has signed in to this account before is counted by itself: what strangers
 * do, from wherever, keeps nobody out of it.
 * @param network where the request comes from (networkOf)
 */
export function signIn(identity: Identity, given: Given, request: Request, network: string): Promise<SignInOutcome> {
  return evenTime(
    () => attempt(identity, given, request, network),
    ({ kind }) => kind !== "refused" && kind !== "wait",
  );
}

async function attempt(identity: Identity, { address, password }: Given, request: Request, network: string): Promise<SignInOutcome> {
  const { auth, limits } = identity;
  const browser = await knownBrowser(identity, address, request);
  const later = browser === null ? await limits.take("networks", network) : null;
  if (later !== null) return { kind: "wait", seconds: later, for: "network" };
  const wasNone = async () => {
    if (browser === null) await limits.giveBack("networks", network);
  };
  const seconds = await limits.take("passwords", address, browser);
  if (seconds !== null) {
    await wasNone();
    return { kind: "wait", seconds, for: "account" };
  }
  const wasRight = () => Promise.all([limits.forgive("passwords", address, browser), wasNone()]);
  try {
    const { response, headers } = await auth.api.signInEmail({ body: { email: address, password }, headers: browserHeaders(request), returnHeaders: true });
    await wasRight();
    const cookies = cookiesFrom(headers);
    if ("twoFactorRedirect" in response) return { kind: "second-step", cookies };
    cookies.append("Set-Cookie", await rememberBrowser(identity, address, request));
    return { kind: "signed-in", cookies };
  } catch (error) {
    if (refusalCode(error) !== "EMAIL_NOT_VERIFIED") return { kind: "refused" };
    await wasRight();
    return { kind: "unverified" };
  }
}
