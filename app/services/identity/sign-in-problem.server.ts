import type { Words } from "#app/words/say.ts";

type NotTaken = { kind: "refused" } | { kind: "wait"; seconds: number };
type Problem = { field: string; message: string };

/** What the form to sign in says when it lets nobody in; it does not say which of the two was wrong. */
export function signInProblem(outcome: NotTaken, words: Words): Problem {
  return outcome.kind === "refused" ? { field: "password", message: words.say("identity:signInRefused") } : waitProblem(outcome, words, "password");
}

/** What a form says of the password of somebody who is signed in. */
export function passwordProblem(outcome: NotTaken, words: Words, field: string): Problem {
  return outcome.kind === "refused" ? { field, message: words.say("account:passwordRefused") } : waitProblem(outcome, words, field);
}

function waitProblem({ seconds }: { seconds: number }, { say }: Words, field: string): Problem {
  return { field, message: say("identity:waitMinutes", { count: Math.ceil(seconds / 60) }) };
}
