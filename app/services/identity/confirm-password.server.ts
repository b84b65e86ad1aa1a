import { browserHeaders } from "./browser-headers.server.ts";
import { sessionCookieName } from "./create-auth.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { refusalCode } from "./library-refusal.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

type Asked = Pick<SignedIn, "email" | "sessionId">;
export type PasswordOutcome = { kind: "right" } | { kind: "refused" } | { kind: "wait"; seconds: number };

/**
 * Asks a signed-in person for their password again before what matters: a browser left open must not be enough. Counted by
 * session, and apart from the tries to sign in: those may be a stranger's.
 */
export async function confirmPassword(identity: Identity, person: Asked, password: string, request: Request): Promise<PasswordOutcome> {
  const { auth, limits } = identity;
  return countedPassword(limits, person, () => auth.api.verifyPassword({ body: { password }, headers: sessionHeaders(identity, request) }));
}

/** Runs what fails for a wrong password. @throws what it throws for another reason */
export async function countedPassword(limits: Identity["limits"], { email, sessionId }: Asked, work: () => Promise<unknown>): Promise<PasswordOutcome> {
  const seconds = await limits.take("passwords", email, sessionId);
  if (seconds !== null) return { kind: "wait", seconds };
  try {
    await work();
  } catch (error) {
    if (refusalCode(error) !== "INVALID_PASSWORD") throw error;
    return { kind: "refused" };
  }
  await limits.forgive("passwords", email, sessionId);
  return { kind: "right" };
}

/** Of a request what the library needs to find its session. */
export function sessionHeaders({ origin }: Identity, request: Request): Headers {
  return browserHeaders(request, [sessionCookieName(origin)]);
}
