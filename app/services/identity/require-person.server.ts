import { redirect } from "@remix-run/node";
import { isDemoVisitor } from "#app/domain/demo/demo-cast.ts";
import { DEMO_REFUSAL } from "#app/domain/demo/demo-refusal.ts";
import { paths } from "#app/paths.ts";
import { type SignedIn, signedInPerson } from "./signed-in-person.server.ts";

/** The account that all visitors of the demonstration share, and files, since taking one is written down. */
const IS_THEIRS = /^\/account(\/|\.|$)|\.(csv|json)$/;

/**
 * The signed-in person.
 * @throws Response the way to sign in, and back here for what can be asked again; 403 for the visitor of the demonstration, who shares one
 *   account with all others, where something would be changed or is the account's
 */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const person = await signedInPerson(request);
  const { pathname, search } = new URL(request.url);
  if (person) {
    if (isDemoVisitor(person.personId) && (request.method !== "GET" || IS_THEIRS.test(pathname))) throw new Response(DEMO_REFUSAL, { status: 403 });
    return person;
  }
  throw redirect(request.method === "GET" ? paths.signInFor(pathname.replace(/\.data$/, "") + search) : paths.signIn, 303);
}
