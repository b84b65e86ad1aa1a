import type { HeadersFunction } from "@remix-run/node";
import type { Words } from "#app/words/say.ts";

/** `for`: what has had too many tries; the account unless it says otherwise. */
type NotTaken = { kind: "refused" } | { kind: "wait"; seconds: number; for?: "account" | "network" };
type Problem = { field: string; message: string };

/** What the form to sign in says when it lets nobody in; it does not say which of the two was wrong. */
export function signInProblem(outcome: NotTaken, words: Words): Problem {
  return outcome.kind === "refused" ? { field: "password", message: words.say("identity:signInRefused") } : waitProblem(outcome, words, "password");
}

/** How such a form is answered: 422, or 429 with the seconds after which to try again. */
export function refusedInit(outcome: NotTaken): { status: 422 | 429; headers: Record<string, string> } {
  return outcome.kind === "refused" ? { status: 422, headers: {} } : { status: 429, headers: { "Retry-After": String(outcome.seconds) } };
}

/** For the routes of such forms: of an action's headers a page would have none but its cookies. */
export const refusedHeaders: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get("Retry-After");
  return seconds === null ? new Headers() : { "Retry-After": seconds };
};

/** What a form says of the password of somebody who is signed in. */
export function passwordProblem(outcome: NotTaken, words: Words, field: string): Problem {
  return outcome.kind === "refused" ? { field, message: words.say("account:passwordRefused") } : waitProblem(outcome, words, field);
}

function waitProblem(wait: Extract<NotTaken, { kind: "wait" }>, { say }: Words, field: string): Problem {
  const count = Math.ceil(wait.seconds / 60);
  return { field, message: wait.for === "network" ? say("identity:waitNetwork", { count }) : say("identity:waitMinutes", { count }) };
}
