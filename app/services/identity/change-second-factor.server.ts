import type { Words } from "#app/words/say.ts";
import type { PasswordOutcome } from "./confirm-password.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { endSessions } from "./list-sessions.server.ts";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, renewRecoveryCodes } from "./second-factor.server.ts";
import { passwordProblem, refusedInit } from "./sign-in-problem.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

export type FactorChange =
  { intent: "begin"; password: string } | { intent: "confirm"; code: string } | { intent: "renew"; password: string } | { intent: "end"; end: string };

/** What the page shows: what is wrong, or new recovery codes for this once. */
type Shown = { done: null; problems: { field: string; message: string }[]; recoveryCodes: string[] | null; init: ResponseInit };
/** It is on or off now, and the session goes on under a new token: `cookies`. */
type Done = { done: "on" | "off"; cookies: Headers };

const SHOWN: Shown = { done: null, problems: [], recoveryCodes: null, init: { status: 200 } };

/** What a form of the second factor's page asks for, and what the page shows then. What is changed ends every other session, as a new password does. */
export async function changeSecondFactor(identity: Identity, person: SignedIn, change: FactorChange, request: Request, words: Words): Promise<Shown | Done> {
  const refused = (outcome: Exclude<PasswordOutcome, { kind: "right" }>, field: string): Shown => ({
    ...SHOWN,
    problems: [passwordProblem(outcome, words, field)],
    init: refusedInit(outcome),
  });
  if (change.intent === "confirm") {
    const cookies = await confirmSecondFactor(identity, change.code, request);
    if (cookies) return { done: "on", cookies: await alone(identity, person, cookies) };
    return { ...SHOWN, problems: [{ field: "code", message: words.say("account:factorCodeRefused") }], init: { status: 422 } };
  }
  if (change.intent === "begin") {
    const outcome = await beginSecondFactor(identity, person, change.password, request);
    return outcome.kind === "right" ? SHOWN : refused(outcome, "password");
  }
  if (change.intent === "renew") {
    const outcome = await renewRecoveryCodes(identity, person, change.password, request);
    if (outcome.kind !== "renewed") return refused(outcome, "password");
    await endSessions(identity.db, person, null);
    return { ...SHOWN, recoveryCodes: outcome.recoveryCodes };
  }
  const outcome = await endSecondFactor(identity, person, change.end, request);
  return outcome.kind === "ended" ? { done: "off", cookies: await alone(identity, person, outcome.cookies) } : refused(outcome, "end");
}

/** Ends every session of the person but the one that goes on with these cookies. */
async function alone({ auth, db }: Identity, person: SignedIn, cookies: Headers): Promise<Headers> {
  const cookie = cookies
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  await endSessions(db, { ...person, sessionId: found?.session.id ?? person.sessionId }, null);
  return cookies;
}
