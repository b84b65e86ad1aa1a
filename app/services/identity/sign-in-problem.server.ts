import type { Words } from "#app/words/say.ts";

/** What a form says of a password that was not taken, in the field it was typed into. */
export function signInProblem(
  outcome: { kind: "refused" } | { kind: "wait"; seconds: number },
  { say }: Words,
  field = "password",
): { field: string; message: string } {
  if (outcome.kind === "refused") return { field, message: say("identity:signInRefused") };
  return { field, message: say("identity:waitMinutes", { count: Math.ceil(outcome.seconds / 60) }) };
}
