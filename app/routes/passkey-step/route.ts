import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "#app/services/api/problem.server.ts";
import { onlyPost } from "#app/services/api/require-method.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { PASSKEY_STEPS } from "#app/services/identity/passkey-steps.server.ts";

export const loader = onlyPost;

/** What the script of a passkey asks for; a form never does. */
export async function action({ request, params }: ActionFunctionArgs) {
  const name = params["step"] ?? "";
  const step = Object.hasOwn(PASSKEY_STEPS, name) ? PASSKEY_STEPS[name] : undefined;
  if (!step) return problem(404, "not-found", "There is no such step.");
  try {
    return await step(identity(), request);
  } catch (refused) {
    // Returned and not thrown: the answer is the script's to read.
    if (refused instanceof Response) return refused;
    throw refused;
  }
}
